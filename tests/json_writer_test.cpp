#include "json_writer.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

using namespace gouji;

TEST_CASE("json writer puts commas where JSON has them") {
  JsonWriter json;
  json.open('{').key("a").open('[').number(1).number(Decimal(-5, 1)).null().boolean(true).close(']');
  json.key("b").open('{').close('}').key("c").open('[').close(']').key("d").text("").close('}');
  CHECK(json.take() == R"({"a":[1,-0.5,null,true],"b":{},"c":[],"d":""})");
}

TEST_CASE("json writer escapes exactly what JSON forbids in a string, as nlohmann does") {
  std::string words = "件";
  for (char c = 0x7f; c > 0; --c) words += c;
  words += '\0';
  words += "：“”\U0001F600";
  const std::string quoted = nlohmann::json(words).dump();
  JsonWriter json;
  json.open('{').key("words").text(words).key("a").open('[').text("{").text(":").close(']').close('}');
  CHECK(json.take() == "{\"words\":" + quoted + R"(,"a":["{",":"]})");
}
