// UTF-8 by hand: the tests must not lean on the library whose work they judge.

#include "unicode.h"

namespace gouji::test {
namespace {

std::size_t character_size(char lead) {
  auto byte = static_cast<unsigned char>(lead);
  return byte < 0x80 ? 1 : byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
}

/// From two strings of equally many characters.
CharacterMap paired(std::string_view from, std::string_view to) {
  CharacterMap map;
  std::vector<std::string> sources = characters(from);
  std::vector<std::string> targets = characters(to);
  for (std::size_t i = 0; i < sources.size(); ++i) map[sources[i]] = targets.at(i);
  return map;
}

}  // namespace

std::vector<std::string> characters(std::string_view text) {
  std::vector<std::string> result;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t size = character_size(text[at]);
    result.emplace_back(text.substr(at, size));
    at += size;
  }
  return result;
}

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  for (const std::string& character : characters(text)) width += character.size() == 1 || character == "\u00a0" ? 1 : 2;
  return width;
}

std::vector<std::string> wrapped(std::string_view text, std::size_t width) {
  std::vector<std::string> words;
  for (const std::string& character : characters(text)) {
    bool joins = character.size() == 1 && character != " " && !words.empty() && words.back().size() > 0 &&
                 static_cast<unsigned char>(words.back().back()) < 0x80 && words.back() != " ";
    if (joins) {
      words.back() += character;
    } else {
      words.push_back(character);
    }
  }
  std::vector<std::string> lines{""};
  for (const std::string& word : words) {
    // Closing punctuation hangs over the edge rather than begin a line.
    bool hangs =
        word == "，" || word == "。" || word == "、" || word == "；" || word == "：" || word == "）" || word == "”";
    bool full = !lines.back().empty() && !hangs && display_width(lines.back()) + display_width(word) > width;
    if (full) lines.emplace_back();
    if (!(full && word == " ")) lines.back() += word;
  }
  return lines;
}

Halves halves(std::string_view text) {
  std::vector<std::string> all = characters(text);
  // The widest labels break where the cell ends, not in the middle; the numbering stays with its first word.
  std::size_t cut = all.size() > 24 ? 18 : (all.size() + 1) / 2;
  Halves result;
  for (std::size_t i = 0; i < all.size(); ++i) (i < cut ? result.first : result.second) += all[i];
  return result;
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
  return text;
}

bool is_ascii_digits(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

std::string mapped(std::string_view text, const CharacterMap& map) {
  std::string result;
  for (const std::string& character : characters(text)) {
    auto found = map.find(character);
    result += found == map.end() ? character : found->second;
  }
  return result;
}

const CharacterMap& half_width_punctuation() {
  static const CharacterMap map = paired("（），：；", "(),:;");
  return map;
}

const CharacterMap& full_width_digits() {
  static const CharacterMap map = paired("0123456789.", "０１２３４５６７８９．");
  return map;
}

const CharacterMap& radicals() {
  // The first line has forms that NFKC knows (U+2F00…), the second those that it leaves alone (U+2E80…).
  static const CharacterMap map = paired(
      "一二八人儿入力十又口土士大女子小山工己干广心文方日月比水火父玉生用田白目立自色行见言走足身车里金长门风食高"
      "民母齐",
      "⼀⼆⼋⼈⼉⼊⼒⼗⼜⼝⼟⼠⼤⼥⼦⼩⼭⼯⼰⼲⼴⼼⽂⽅⽇⽉⽐⽔⽕⽗⽟⽣⽤⽥⽩⽬⽴⾃⾊⾏⻅⾔⾛⾜⾝⻋⾥⾦⻓⻔⻛⻝⾼"
      "⺠⺟⻬");
  return map;
}

const CharacterMap& traditional() {
  static const CharacterMap map = paired(
      "开关请与业构质处决审复诉维纠结总计机组织务说办过规数现废发条项许强费单万济农动报县门对问题"
      "会难举访类齐车书证际权会实质级统时间补协专网电号创际众评议责监督谁广体传达导转标准际华区镇乡"
      "为无书内经济续执属国护应则细归并档够获简称让术选变产长续查见觉认识设论终绍给绝编约纪纳线练"
      "还连进远违运这边异张当录罚况确没后于范",
      "開關請與業構質處決審復訴維糾結總計機組織務說辦過規數現廢發條項許強費單萬濟農動報縣門對問題"
      "會難舉訪類齊車書證際權會實質級統時間補協專網電號創際眾評議責監督誰廣體傳達導轉標準際華區鎮鄉"
      "為無書內經濟續執屬國護應則細歸並檔夠獲簡稱讓術選變產長續查見覺認識設論終紹給絕編約紀納線練"
      "還連進遠違運這邊異張當錄罰況確沒後於範");
  return map;
}

}  // namespace gouji::test
