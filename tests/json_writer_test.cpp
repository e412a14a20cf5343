#include "json_writer.h"

#include <catch2/catch.hpp>
#include <cstdint>
#include <limits>
#include <nlohmann/json.hpp>

using namespace gouji;

TEST_CASE("json writer puts commas where JSON has them") {
  JsonWriter json;
  json.open('{').key("a").open('[').number(1).number(Decimal(-5, 1)).null().boolean(true).close(']');
  json.key("b").open('{').close('}').key("c").open('[').close(']').key("d").text("").close('}');
  CHECK(json.str() == R"({"a":[1,-0.5,null,true],"b":{},"c":[],"d":""})");
}

TEST_CASE("json writer puts a tab before the comma of what comes next") {
  JsonWriter json;
  json.open('[').tab().open('{').close('}').tab().open('{').close('}').tab().close(']');
  CHECK(json.str() == "[\t{}\t,{}\t]");
}

TEST_CASE("json writer escapes exactly what JSON forbids in a string, as nlohmann does") {
  std::string words = "件";
  for (char c = 0x7f; c > 0; --c) words += c;
  words += '\0';
  words += "：“”\U0001F600";
  const std::string quoted = nlohmann::json(words).dump();
  JsonWriter json;
  json.open('{').key("words").text(words).key("a").open('[').text("{").text(":").close(']').close('}');
  CHECK(json.str() == "{\"words\":" + quoted + R"(,"a":["{",":"]})");
}

TEST_CASE("json writer writes any number as it is") {
  JsonWriter json;
  json.open('[').number(0).number(9).number(10).number(4294967295).number(4294967296).number(-1).number(Decimal(37, 2));
  json.number(std::numeric_limits<std::int64_t>::max()).number(std::numeric_limits<std::int64_t>::min()).close(']');
  CHECK(json.str() == "[0,9,10,4294967295,4294967296,-1,0.37,9223372036854775807,-9223372036854775808]");
}

TEST_CASE("json writer keeps what is longer than one of its blocks, or than all so far") {
  JsonWriter json;
  std::string wanted = "[";
  const auto add = [&](std::size_t size) {
    json.text(std::string(size, 'a') + '\n')
        .name(std::string(size, 'b'))
        .number(26)
        .open('{')
        .key("k")
        .null()
        .close('}');
    wanted += (wanted.size() > 1 ? ",\"" : "\"") + std::string(size, 'a') + "\\n\",\"" + std::string(size, 'b') +
              "\",26,{\"k\":null}";
  };
  CHECK(json.size() == 0);
  CHECK(json.str().empty());
  json.open('[');
  for (std::size_t size = 0; size < 3000; ++size) add(size % 97 * (size % 31));
  add(5'000'000);
  for (std::size_t size = 0; size < 200; ++size) add(size);
  json.close(']');
  wanted += "]";
  CHECK(json.size() == wanted.size());
  CHECK((json.str() == wanted));
  std::string copied(wanted.size() + 1, '#');
  CHECK(json.copy_to(copied.data()) == copied.data() + wanted.size());
  CHECK((copied == wanted + "#"));
}
