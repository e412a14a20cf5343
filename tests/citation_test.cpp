#include "citation.h"

#include <catch2/catch.hpp>
#include <string>

using namespace gouji;

namespace {

std::vector<CitedNumber> numbers_in(std::string_view text) {
  return cited_numbers(text, Letters(text), {0, static_cast<std::uint32_t>(text.size())});
}

/// The numbers of `text`: "brackets: as it should be written".
std::string numbers_of(std::string_view text) {
  static constexpr std::string_view names[] = {"proper", "other", "lost", "order"};
  std::string all;
  for (const CitedNumber& cited : numbers_in(text)) {
    all +=
        (all.empty() ? "" : " ") + std::string(names[static_cast<std::size_t>(cited.brackets)]) + ":" + cited.canonical;
  }
  return all;
}

}  // namespace

TEST_CASE("numbers of documents are read with whatever brackets they have") {
  CHECK(numbers_of("按照国办公开办函〔2021〕30号要求") == "proper:国办公开办函〔2021〕30号");
  CHECK(numbers_of("按照国办公开办函[2021]30号要求") == "other:国办公开办函〔2021〕30号");
  CHECK(numbers_of("按照国办公开办函(2021)第30号要求") == "other:国办公开办函〔2021〕30号");
  CHECK(numbers_of("按照国办公开办函〔2021]30号要求") == "other:国办公开办函〔2021〕30号");
  CHECK(numbers_of("按照国办公开办函202130号要求") == "lost:国办公开办函〔2021〕30号");
  CHECK(numbers_of("按照国办公开办函2021 30号要求") == "lost:国办公开办函〔2021〕30号");
  CHECK(numbers_of("印发青政办发[2021]7号") == "other:〔2021〕7号");
}

TEST_CASE("orders of the State Council are read as they are usually written") {
  CHECK(numbers_of("(国务院令第711号)") == "order:国务院令第711号");
  CHECK(numbers_of("(中华人民共和国国务院第711号令)") == "order:国务院令第711号");
  CHECK(numbers_of("国务院令711号") == "order:国务院令第711号");
  CHECK(numbers_of("国务院第2号文件") == "");
}

TEST_CASE("what only looks like a number of a document is none") {
  CHECK(numbers_of("(2021)晋04行初3号") == "");
  CHECK(numbers_of("第(2021)12号提案") == "");
  CHECK(numbers_of("电话2021302号") == "");
  CHECK(numbers_of("2021年3号楼") == "");
  CHECK(numbers_of("号") == "");
  CHECK(numbers_of("函3021号") == "");
}

TEST_CASE("a number belongs to the title beside it") {
  const auto belongs = [](std::string_view text) {
    const auto titles = cited_titles(Letters(text));
    const auto numbers = numbers_in(text);
    REQUIRE(titles.size() == 1);
    REQUIRE(numbers.size() == 1);
    return belongs_to(text, numbers[0], titles[0]);
  };
  CHECK(belongs("《中华人民共和国政府信息公开条例》(国务院令第711号)"));
  CHECK(belongs("《中华人民共和国政府信息公开条例》(以下简称《条例》)(中华人民共和国国务院令第711号)"));
  CHECK(belongs("中华人民共和国政府信息公开条例(国务院令第711号)"));
  CHECK(belongs("国务院令第711号公布的《中华人民共和国政府信息公开条例》"));
  CHECK_FALSE(belongs("《中华人民共和国政府信息公开条例》、《优化营商环境条例》(国务院令第722号)"));
  CHECK_FALSE(belongs("《中华人民共和国政府信息公开条例》施行后,国务院令第722号"));
}

TEST_CASE("every official document has a number for the last year there is") {
  for (const OfficialDocument& document : official_documents()) {
    INFO(document.title);
    REQUIRE_FALSE(document.editions.empty());
    CHECK(document.edition_for(2025) == &document.editions.back());
    for (std::size_t i = 1; i < document.editions.size(); ++i)
      CHECK(document.editions[i - 1].last_year < document.editions[i].first_year);
  }
}
