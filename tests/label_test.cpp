// Labels: numbering, ink, how well they fit into torn text, and the words official labels are made of.

#include "label.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <set>

#include "form.h"
#include "text.h"

using gouji::coded_ink_of;
using gouji::coded_label_ink;
using gouji::CodedInk;
using gouji::fit_label;
using gouji::Ink;
using gouji::ink_of;
using gouji::label_ink;
using gouji::numbering_of;
using gouji::NumberingStyle;
using gouji::similarity;
using gouji::Text;
using gouji::Vocabulary;

namespace {

Ink ink(const std::string& paste) { return ink_of(Text(paste).folded()); }
CodedInk coded(const std::string& paste) { return coded_ink_of(Text(paste).folded()); }

std::string numbering(const std::string& paste) {
  const Text text(paste);
  const auto found = numbering_of(text.folded());
  static constexpr const char* styles[] = {"none", "section", "bracketed", "arabic"};
  return std::string(styles[static_cast<std::size_t>(found.style)]) + " " + std::to_string(found.ordinal) + " [" +
         std::string(text.folded().substr(0, found.bytes)) + "]";
}

}  // namespace

TEST_CASE("numbering in front of labels", "[label]") {
  struct {
    const char* name;
    const char* in;
    const char* out;
  } const cases[] = {
      {"section", "一、总体情况", "section 1 [一、]"},
      {"section six", "六、其他需要报告的事项", "section 6 [六、]"},
      {"section ten", "十、附件", "section 10 [十、]"},
      {"section twelve", "十二、附件", "section 12 [十二、]"},
      {"section twenty-one", "二十一、附件", "section 21 [二十一、]"},
      {"section with spaces", "一 、 总体情况", "section 1 [一 、 ]"},
      {"section with a dot", "一．总体情况", "section 1 [一.]"},
      {"bracketed", "（一）予以公开", "bracketed 1 [(一)]"},
      {"bracketed, half-width", "(七)总计", "bracketed 7 [(七)]"},
      {"bracketed with spaces", "（ 三 ） 不予公开", "bracketed 3 [( 三 ) ]"},
      {"arabic with a dot", "1.属于国家秘密", "arabic 1 [1.]"},
      {"arabic with a comma", "1、申请人无正当理由", "arabic 1 [1、]"},
      {"arabic in brackets", "（1）信访举报", "arabic 1 [(1)]"},
      {"arabic with a space", "3. 其他", "arabic 3 [3. ]"},
      {"two digits", "12.其他", "arabic 12 [12.]"},
      {"a decimal number", "3.5", "none 0 []"},
      {"a year", "2021年", "none 0 []"},
      {"a word that begins with a number", "一件申请", "none 0 []"},
      {"a remark in brackets", "（区分处理的）", "none 0 []"},
      {"an open bracket", "（三", "none 0 []"},
      {"a figure", "26", "none 0 []"},
      {"nothing", "", "none 0 []"},
  };
  for (const auto& c : cases) {
    INFO(c.name);
    CHECK(numbering(c.in) == c.out);
  }
}

TEST_CASE("ink is what is left of a label however a page broke it", "[label]") {
  struct {
    const char* name;
    const char* torn;
    const char* whole;
  } const cases[] = {
      {"a break within", "（三）不⏎予公开", "（三）不予公开"},
      {"line breaks", "本年新\n\n制作数量", "本年新制作数量"},
      {"spaces", "自 然 人", "自然人"},
      {"a pipe", "（一）予以公开 |", "（一）予以公开"},
      {"half-width brackets", "(一)予以公开", "（一）予以公开"},
      {"full-width letters", "ＡＢＣ", "ABC"},
      {"zero-width characters", "总\u200B计", "总计"},
      {"radicals", "⾏政复议", "行政复议"},
      {"traditional characters", "規章", "规章"},
      {"digits and punctuation go", "1.属于国家秘密，2021", "属于国家秘密"},
  };
  for (const auto& c : cases) {
    INFO(c.name);
    CHECK(ink(c.torn) == ink(c.whole));
  }
  CHECK(ink("|  |—— 12 （）") == Ink());
  CHECK(label_ink("(一)予以公开") == label_ink("1.予以公开"));
  CHECK(label_ink("一、本年新收") == label_ink("本年新收"));
  CHECK(label_ink("三公经费") == ink("三公经费"));
}

TEST_CASE("a label fits the better the more of it stands there", "[label]") {
  const CodedInk label = coded("部分公开区分处理的只计这一情形不计其他情形");
  struct {
    const char* name;
    const char* before;
    const char* after;
  } const from_best_to_worst[] = {
      {"whole", "（二）部分公开（区分处理的，只计这一情形，不计其他情形）", ""},
      {"whole, one letter wrong", "（二）部份公开（区分处理的，只计这一情形，不计其他情形）", ""},
      {"its end lost", "（二）部分公开（区分处理的，只计", ""},
      {"its first words only", "（二）部分公开", ""},
      {"one letter", "部", ""},
      {"nothing", "", ""},
  };
  int last = 101;
  for (const auto& c : from_best_to_worst) {
    INFO(c.name);
    const int fit = fit_label(label, coded(c.before), coded(c.after));
    CHECK(fit < last);
    CHECK(fit >= 0);
    last = fit;
  }
  CHECK(last == 0);
}

TEST_CASE("a label may be torn, stand among strange words, or around its figures", "[label]") {
  const CodedInk label = coded("重复申请");
  const CodedInk none;
  const int whole = fit_label(label, coded("重复申请"), none);
  CHECK(whole == 100);
  CHECK(fit_label(label, coded("（五）不予处理 2.重复申请"), none) == 100);
  CHECK(fit_label(label, coded("重复申请请"), none) < 100);
  CHECK(fit_label(label, coded("重复"), coded("申请")) > fit_label(label, coded("重复"), none));
  CHECK(fit_label(label, none, coded("重复申请")) < whole);
  CHECK(fit_label(label, none, coded("重复申请")) > 0);
  CHECK(fit_label(label, coded("重复三申请"), none) > 50);
  CHECK(fit_label(label, coded("信访举报投诉类申请"), none) < fit_label(label, coded("重复申请"), none));
  CHECK(fit_label(none, coded("重复申请"), none) == 0);
  CHECK(fit_label(CodedInk(65, coded("申")[0]), CodedInk(65, coded("申")[0]), none) == 0);
}

TEST_CASE("what stands far away does not fit", "[label]") {
  const CodedInk label = coded("重复申请");
  constexpr char8_t unknown = 0;
  CodedInk far = label;
  far += CodedInk(gouji::fit_window, unknown);
  CHECK(fit_label(label, far, CodedInk()) == 0);
  CHECK(fit_label(label, CodedInk(), CodedInk(gouji::fit_window, unknown) + label) == 0);
  // However long the text, only the window counts.
  CHECK(fit_label(label, CodedInk(5000, unknown) + label, CodedInk(5000, unknown)) == 100);
}

TEST_CASE("similarity counts common pairs", "[label]") {
  CHECK(similarity(ink("总体情况"), ink("总体情况")) == 100);
  CHECK(similarity(ink("总体情况"), ink("")) == 0);
  CHECK(similarity(ink("总体情况"), ink("山川")) == 0);
  const int close = similarity(ink("主动公开政府信息情况"), ink("主动公开政府政府情况"));
  const int far = similarity(ink("主动公开政府信息情况"), ink("存在的主要问题及改进情况"));
  CHECK(close > 60);
  CHECK(far < 40);
  CHECK(similarity(ink("甲乙丙"), ink("乙丙丁")) == similarity(ink("乙丙丁"), ink("甲乙丙")));
}

TEST_CASE("the vocabulary knows what official labels are made of", "[label]") {
  const Vocabulary& words = Vocabulary::official();
  for (const char* label : {"规章", "行政规范性文件", "自然人", "总计", "结转下年度继续办理", "本年增/减", "尚未审结",
                            "属于国家秘密", "商业企业", "行政复议", "政府集中采购", "法律服务机构"}) {
    INFO(label);
    CHECK(words.covers(label_ink(Text(label).folded())));
  }
  for (const char* other : {"青禾县", "我局高度重视", "电话", "全年", "件数之和"}) {
    INFO(other);
    CHECK(!words.covers(ink(other)));
  }
  CHECK(!words.covers(Ink()));
  CHECK(words.covers(ink("总")));
  CHECK(!words.covers(ink("禾")));
  CHECK(words.has_pair(U'总', U'计'));
  CHECK(!words.has_pair(U'计', U'总'));
  CHECK(words.has_letter(U'计'));
  CHECK(!words.has_letter(U'禾'));
}

TEST_CASE("a coded ink numbers the letters of labels, and others are nothing", "[label]") {
  CHECK(coded("（一）予以公开") == coded("一予 以公\n开 | 12"));
  CHECK(coded("予以公开") != coded("不予公开"));
  CHECK(coded("青禾") == CodedInk(2, 0));
  CHECK(coded_label_ink("(一)予以公开") == coded("予以公开"));
  // A byte numbers them all: each letter of each label has a number of its own.
  std::set<char32_t> letters;
  std::set<char8_t> numbers;
  for (const gouji::Form& form : gouji::forms()) {
    for (const gouji::Table& table : form.tables) {
      for (const gouji::Row& row : table.rows) {
        for (const char32_t letter : ink(std::string(row.label.text))) {
          letters.insert(letter);
          numbers.insert(Vocabulary::official().number_of(letter));
        }
      }
    }
  }
  CHECK(!numbers.contains(0));
  CHECK(letters.size() == numbers.size());
}
