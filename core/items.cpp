#include "items.h"

#include <algorithm>

#include "label.h"
#include "quantity.h"
#include "text.h"
#include "word_list.h"
#include "words.h"

namespace gouji {
namespace {

constexpr std::string_view numerals[] = {"一", "二", "三", "四", "五", "六", "七", "八", "九", "十"};

bool is_ascii(char c) { return (c & 0x80) == 0; }

bool starts_with_any(std::string_view words, std::initializer_list<std::string_view> beginnings) {
  return std::any_of(beginnings.begin(), beginnings.end(),
                     [&](std::string_view one) { return words.starts_with(one); });
}

/// Bytes of the Chinese numerals that `words` begins with.
std::size_t numerals_in_front(std::string_view words) {
  std::size_t at = 0;
  while (at < words.size() && std::any_of(std::begin(numerals), std::end(numerals), [&](std::string_view numeral) {
           return words.substr(at).starts_with(numeral);
         }))
    at += numerals[0].size();
  return at;
}

std::uint32_t value_of(std::string_view numeral) {
  const auto value = read_chinese_numeral(numeral);
  return value && *value > 0 && *value < 40 ? static_cast<std::uint32_t>(*value) : 0;
}

/// 一是, 一要, 第一,: marks inside a sentence.
std::optional<ItemMark> worded_mark(std::string_view words) {
  const auto mark = [](ItemMark::Style style, std::uint32_t number, std::size_t bytes) -> std::optional<ItemMark> {
    if (number == 0) return std::nullopt;
    return ItemMark{style, number, {0, static_cast<std::uint32_t>(bytes)}, 0};
  };
  const std::size_t size = numerals_in_front(words);
  if (size > 0) {
    const std::string_view rest = words.substr(size);
    if (rest.starts_with("是")) return mark(ItemMark::Style::is, value_of(words.substr(0, size)), size + 3);
    if (rest.starts_with("要")) return mark(ItemMark::Style::must, value_of(words.substr(0, size)), size + 3);
    return std::nullopt;
  }
  // 一 typed as a dash.
  for (const std::string_view dash : {"—是", "-是", "–是", "ー是"}) {
    if (words.starts_with(dash)) return mark(ItemMark::Style::is, 1, dash.size());
  }
  if (words.starts_with("第")) {
    const std::size_t numeral = numerals_in_front(words.substr(3));
    const std::string_view rest = words.substr(3 + numeral);
    if (numeral > 0 && starts_with_any(rest, {",", "、", ":", "是"}))
      return mark(ItemMark::Style::ordinal, value_of(words.substr(3, numeral)),
                  3 + numeral + (is_ascii(rest.front()) ? 1U : 3U));
  }
  return std::nullopt;
}

/// (一), 1., (1), 一、: marks at the beginning of a sentence.
std::optional<ItemMark> numbered_mark(std::string_view words) {
  const Numbering numbering = numbering_of(words);
  ItemMark mark{ItemMark::Style::section, numbering.ordinal, {0, numbering.bytes}, 0};
  switch (numbering.style) {
    case NumberingStyle::none:
      return std::nullopt;
    case NumberingStyle::section:
      break;
    case NumberingStyle::bracketed:
      mark.style = ItemMark::Style::bracketed;
      break;
    case NumberingStyle::arabic:
      mark.style = words.starts_with("(") ? ItemMark::Style::arabic_bracketed : ItemMark::Style::arabic;
      break;
  }
  // 一、二、三产业: what follows is no item.
  const std::string_view rest = words.substr(numbering.bytes);
  if (starts_with_any(rest, {"项", "款", "目", "条", "至", "、"})) return std::nullopt;
  if (numbering_of(rest).style != NumberingStyle::none || rest.empty()) return std::nullopt;
  if (rest.front() >= '0' && rest.front() <= '9') return std::nullopt;  // 2、3号楼
  return mark;
}

/// Whether a mark has but a few words of its own before the first sign.
bool is_head(std::string_view words) {
  constexpr std::size_t longest = 60;  // bytes
  return std::min({words.find("。"), words.find(':'), words.find(','), words.size()}) <= longest;
}

/// Whether the words behind a mark, up to the next sign, are a label of the tables, or the part of one that a page left.
bool is_label(std::string_view words) {
  const std::size_t end = std::min({words.find("。"), words.find(','), words.find(';'), words.find(':'),
                                    words.find('\n'), words.find("、"), words.size()});
  const Ink ink = ink_of(words.substr(0, end));
  return ink.size() <= 40 && Vocabulary::official().covers(ink);
}

/// What a sign ends.
enum class Sign : std::uint8_t { none, of_clause, of_sentence };

Sign sign_of(char32_t c) {
  switch (c) {
    case U'。':
    case U';':
    case U':':
    case U'!':
    case U'?':
      return Sign::of_sentence;
    case U',':
    case U'、':
    case U'(':
    case U')':
    case U'“':
    case U'”':
      return Sign::of_clause;
    default:
      return Sign::none;
  }
}

/// Moves `at` behind the next sign, and says what it ends; none where there is no more.
Sign behind_next_sign(std::string_view text, std::size_t& at) {
  while (at < text.size()) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte >= 0xe4 && byte < 0xf0) {
      at += 3;  // no sign begins so
    } else if (const Sign sign = sign_of(next_code_point(text, at)); sign != Sign::none) {
      return sign;
    }
  }
  return Sign::none;
}

/// The mark that the words behind a sign begin with; its span is that in the words.
std::optional<ItemMark> mark_in_front(std::string_view words, Sign before) {
  static const FirstLetters beginnings({}, "一二三四五六七八九十第—-–ー(0123456789");
  if (words.empty() || !beginnings.may_begin(words)) return std::nullopt;
  std::optional<ItemMark> mark = worded_mark(words);
  if (mark || before != Sign::of_sentence) return mark;
  mark = numbered_mark(words);
  return mark && is_label(words.substr(mark->span.end)) ? std::nullopt : mark;
}

}  // namespace

bool is_worded(ItemMark::Style style) {
  return style == ItemMark::Style::is || style == ItemMark::Style::must || style == ItemMark::Style::ordinal;
}

std::vector<ItemMark> find_items(const Prose& prose) {
  std::vector<ItemMark> marks;
  for (std::uint32_t p = 0; p < prose.paragraphs().size(); ++p) {
    const Prose::Paragraph& paragraph = prose.paragraphs()[p];
    if (paragraph.kind == LineKind::heading || paragraph.kind == LineKind::title) continue;
    const std::string_view all = prose.text().substr(0, paragraph.span.end);
    std::size_t at = paragraph.span.begin;
    for (Sign before = Sign::of_sentence; before != Sign::none;) {
      std::optional<ItemMark> mark = mark_in_front(all.substr(at), before);
      if (mark) {
        mark->head = at == paragraph.span.begin && is_head(all.substr(at + mark->span.end));
        mark->span = {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + mark->span.end)};
        mark->paragraph = p;
        at = mark->span.end;
        marks.push_back(*mark);
        before = sign_of(letter_before(all, at));
        if (before != Sign::none) continue;
      }
      before = behind_next_sign(all, at);
    }
  }
  return marks;
}

namespace {

/// Puts the marks of a section together.
class Lister {
 public:
  void add(const ItemMark& mark) {
    std::size_t depth = 0;
    while (depth < open_.size() && open_[depth].marks.front().style != mark.style) ++depth;
    if (depth < open_.size()) {
      close(depth + 1);
      const auto outer = std::find_if(suspended_.rbegin(), suspended_.rend(), [&](const Suspended& one) {
        return one.depth == depth && resumes(mark, one.list, open_.back());
      });
      if (outer != suspended_.rend()) {
        closed_.push_back(std::move(open_.back()));
        open_.back() = std::move(outer->list);
        open_.back().has_parts = true;
        suspended_.erase(std::next(outer).base());
      } else if (mark.number == 1) {
        suspended_.push_back({depth, std::move(open_.back())});
        open_.pop_back();
        if (suspended_.size() > most_suspended) {
          closed_.push_back(std::move(suspended_.front().list));
          suspended_.erase(suspended_.begin());
        }
      }
    }
    if (depth == open_.size()) {
      if (!open_.empty()) open_.back().has_parts = true;
      open_.push_back({});
    }
    open_.back().marks.push_back(mark);
  }

  std::vector<ItemList> take() {
    close(0);
    for (Suspended& one : suspended_) closed_.push_back(std::move(one.list));
    return std::move(closed_);
  }

 private:
  static constexpr std::size_t most_suspended = 16;

  struct Suspended {
    std::size_t depth;
    ItemList list;
  };

  static bool goes_on(const ItemMark& mark, const ItemList& list) {
    return list.marks.front().style == mark.style && list.marks.back().number + 1 == mark.number;
  }

  /// Whether the mark goes on with the list that the current one was put into.
  static bool resumes(const ItemMark& mark, const ItemList& suspended, const ItemList& current) {
    if (mark.number == 1 || !goes_on(mark, suspended)) return false;
    return is_worded(mark.style) ? mark.head && suspended.marks.back().head : !goes_on(mark, current);
  }

  void close(std::size_t depth) {
    for (; open_.size() > depth; open_.pop_back()) closed_.push_back(std::move(open_.back()));
    while (!suspended_.empty() && suspended_.back().depth > depth) {
      closed_.push_back(std::move(suspended_.back().list));
      suspended_.pop_back();
    }
  }

  std::vector<ItemList> open_;  // outermost first
  std::vector<Suspended> suspended_;
  std::vector<ItemList> closed_;
};

}  // namespace

std::vector<ItemList> find_lists(const Prose& prose, const std::vector<ItemMark>& marks) {
  std::vector<ItemList> lists;
  const auto section = [&](const ItemMark& mark) { return prose.paragraphs()[mark.paragraph].section; };
  for (std::size_t i = 0; i < marks.size();) {
    Lister lister;
    const std::uint8_t own = section(marks[i]);
    while (i < marks.size() && section(marks[i]) == own) lister.add(marks[i++]);
    for (ItemList& list : lister.take()) lists.push_back(std::move(list));
  }
  return lists;
}

}  // namespace gouji
