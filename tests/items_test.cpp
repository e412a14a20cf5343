// The lists in the prose, by the marks of their items.

#include "items.h"

#include <catch2/catch.hpp>

#include "document.h"

using namespace gouji;

namespace {

/// "is 1 2 3; bracketed 1 2": the lists of a section, in the order of their ends.
std::string lists_of(const std::string& section) {
  static constexpr const char* names[] = {"section", "bracketed", "arabic", "arabic_bracketed",
                                          "is",      "must",      "ordinal"};
  const std::string paste = "一、总体情况\n" + section + "\n二、主动公开政府信息情况\n";
  const Document document = read_document(paste);
  std::string out;
  for (const ItemList& list : find_lists(document.prose, document.items)) {
    out += (out.empty() ? "" : "; ") + std::string(names[static_cast<std::size_t>(list.marks.front().style)]);
    for (const ItemMark& mark : list.marks) out += " " + std::to_string(mark.number);
  }
  return out;
}

}  // namespace

TEST_CASE("marks of items are told from other numerals", "[items]") {
  struct {
    const char* section;
    const char* lists;
  } const cases[] = {
      {"一是更新目录；二是核对栏目；三是通报情况。", "is 1 2 3"},
      {"工作有三项：一是更新目录，二是核对栏目，三是通报情况。", "is 1 2 3"},
      {"一要更新目录；二要核对栏目。", "must 1 2"},
      {"第一，更新目录。第二，核对栏目。", "ordinal 1 2"},
      {"（一）更新目录。每月一次。\n（二）核对栏目。每周一次。", "bracketed 1 2"},
      {"1.更新目录。\n2、核对栏目。\n3.通报情况。", "arabic 1 2 3"},
      {"措施：（1）更新目录；（2）核对栏目。", "arabic_bracketed 1 2"},
      {"十是更新目录；十一是核对栏目。", "is 10 11"},
      {"—是更新目录；二是核对栏目。", "is 1 2"},

      {"统一是规范的前提。唯一是非曲直。", ""},
      {"第一项工作已经完成，第二项工作正在推进。", ""},
      {"依据条例第二十条第（一）项和第（三）项公开。", ""},
      {"一、二、三产业融合项目的信息分别公开。", ""},
      {"发布信息3.5万条，其中1.2万条为解读。", ""},
      {"（一）予以公开\n（二）部分公开\n（三）不予公开", ""},
      {"（三）项规定的情形没有发生。", ""},
  };
  for (const auto& c : cases) {
    INFO(c.section);
    CHECK(lists_of(c.section) == c.lists);
  }
}

TEST_CASE("a list ends where it starts over, or where the text goes back to the list around it", "[items]") {
  struct {
    const char* name;
    const char* section;
    const char* lists;
  } const cases[] = {
      {"two in a row", "问题：一是慢；二是少。措施：一是加快；二是增加。", "is 1 2; is 1 2"},
      {"inside numbered paragraphs", "（一）问题。一是慢；二是少。\n（二）措施。一是加快；二是增加。",
       "is 1 2; is 1 2; bracketed 1 2"},
      {"numbers inside words", "一是更新目录：1.每月一次；2.专人负责。二是核对栏目。", "arabic 1 2; is 1 2"},
      {"over several paragraphs", "一是更新目录，每月进行一次。\n二是核对栏目，每周进行一次。\n三是通报情况。",
       "is 1 2 3"},
      {"words inside words: the outer ones are heads",
       "一是主动公开。一是发文件；二是发图解。\n二是平台建设。一是改栏目；二是改检索；三是改页面。\n三是监督保障。全年"
       "培训两次。",
       "is 1 2; is 1 2 3; is 1 2 3"},
      {"brackets inside brackets",
       "（一）主动公开。公开事项包括：\n（一）救助标准；\n（二）办理流程。\n（二）依申请公开。",
       "bracketed 1 2; bracketed 1 2"},
      {"a mark left out", "一是更新目录；三是通报情况。", "is 1 3"},
  };
  for (const auto& c : cases) {
    INFO(c.name);
    CHECK(lists_of(c.section) == c.lists);
  }
}
