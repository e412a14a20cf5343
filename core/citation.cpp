#include "citation.h"

#include <algorithm>

#include "words.h"

namespace gouji {

#include "document_data.inc"

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Moves `at` back over `word`.
bool back_over(std::string_view text, std::size_t& at, std::string_view word) {
  if (!text.substr(0, at).ends_with(word)) return false;
  at -= word.size();
  return true;
}

bool over(std::string_view text, std::size_t& at, std::string_view word) {
  if (!text.substr(at).starts_with(word)) return false;
  at += word.size();
  return true;
}

std::size_t digits_before(std::string_view text, std::size_t at) {
  std::size_t count = 0;
  while (count < at && is_digit(text[at - count - 1])) ++count;
  return count;
}

std::size_t digits_at(std::string_view text, std::size_t at) {
  std::size_t count = 0;
  while (at + count < text.size() && is_digit(text[at + count])) ++count;
  return count;
}

ProseSpan span_of(std::size_t begin, std::size_t end) {
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

bool is_year(std::string_view digits) {
  return digits.size() == 4 && (digits.starts_with("20") || digits.starts_with("19"));
}

constexpr std::string_view opening[] = {"〔", "[", "(", "【", "{", "〈", "<"};
constexpr std::string_view closing[] = {"〕", "]", ")", "】", "}", "〉", ">"};

/// The bracket that ends right before `at`, which moves before it; empty where there is none.
std::string_view bracket_before(std::string_view text, std::size_t& at, std::span<const std::string_view> brackets) {
  for (const std::string_view bracket : brackets) {
    if (back_over(text, at, bracket)) return bracket;
  }
  return {};
}

/// 国办公开办函〔2021〕30号, read from its end; `end` is behind 号. Nothing where it is none.
bool read_number(std::string_view text, std::size_t end, CitedNumber& cited) {
  std::size_t at = end - std::string_view("号").size();
  const std::size_t digits = digits_before(text, at);
  if (digits == 0) return false;
  std::size_t number = at - digits;
  std::size_t year_end = number;
  while (back_over(text, year_end, " ")) {
  }
  if (!back_over(text, year_end, "第")) year_end = number;
  const std::size_t behind_bracket = year_end;
  const std::string_view close = bracket_before(text, year_end, closing);
  if (close.empty() && digits > 4) {
    number = at - digits + 4;  // 202130号
    year_end = number;
  } else if (close.empty()) {
    while (back_over(text, year_end, " ")) {
    }
  }
  if (digits_before(text, year_end) != 4 && !(close.empty() && digits > 4)) return false;
  std::size_t begin = year_end - 4;
  const std::string_view year = text.substr(begin, 4);
  const std::size_t count = at - number;
  if (!is_year(year) || count == 0 || count > 4) return false;
  const std::string_view open = bracket_before(text, begin, opening);
  cited.brackets = CitedNumber::Brackets::other;
  if (open == "〔" && close == "〕") cited.brackets = CitedNumber::Brackets::proper;
  if (open.empty() && close.empty()) cited.brackets = CitedNumber::Brackets::lost;
  const std::string_view before = text.substr(0, begin);
  const std::string_view issuer = trailing_word(before, words::issuers);
  if (issuer.empty() && trailing_word(before, words::issuer_endings).empty()) return false;
  cited.span = span_of(begin - issuer.size(), end);
  cited.year = span_of(begin, close.empty() ? year_end : behind_bracket);
  cited.number = span_of(number, at);
  cited.canonical =
      std::string(issuer) + "〔" + std::string(year) + "〕" + std::string(text.substr(number, count)) + "号";
  return true;
}

/// 国务院令第711号, 国务院第711号令, read from its begin.
bool read_order(std::string_view text, std::size_t begin, CitedNumber& cited) {
  std::size_t at = begin;
  if (!over(text, at, "国务院")) return false;
  bool ordered = over(text, at, "令");
  over(text, at, "(");
  over(text, at, "第");
  const std::size_t digits = digits_at(text, at);
  if (digits == 0 || digits > 4) return false;
  cited.number = span_of(at, at + digits);
  at += digits;
  if (!over(text, at, "号")) return false;
  ordered = over(text, at, "令") || ordered;
  cited.brackets = CitedNumber::Brackets::order;
  cited.span = span_of(begin, at);
  cited.year = {};
  cited.canonical = "国务院令第" + std::string(text.substr(cited.number.begin, cited.number.size())) + "号";
  return ordered;
}

/// What may stand between a title and its number: brackets, and a short name given in brackets.
bool is_joint(std::string_view between) {
  std::size_t at = 0;
  while (at < between.size()) {
    if (between.substr(at).starts_with("(以下简称")) {
      const std::size_t end = between.find(')', at);
      if (end == std::string_view::npos) return false;
      at = end + 1;
      continue;
    }
    const std::string_view part = leading_word(between.substr(at), words::joints_to_numbers);
    if (part.empty()) return false;
    at += part.size();
  }
  return true;
}

}  // namespace

const DocumentEdition* OfficialDocument::edition_for(int year) const {
  const auto found = std::find_if(editions.begin(), editions.end(), [&](const DocumentEdition& edition) {
    return edition.first_year <= year && year <= edition.last_year;
  });
  return found == editions.end() ? nullptr : &*found;
}

const DocumentEdition* OfficialDocument::edition(std::string_view number) const {
  const auto found = std::find_if(editions.begin(), editions.end(),
                                  [&](const DocumentEdition& edition) { return edition.number == number; });
  return found == editions.end() ? nullptr : &*found;
}

std::span<const OfficialDocument> official_documents() { return documents; }

std::vector<CitedNumber> cited_numbers(std::string_view text, const Letters& letters, ProseSpan within) {
  std::vector<CitedNumber> found;
  text = text.substr(0, within.end);
  std::uint32_t end = within.begin;
  for (const Occurrence& mark : letters.of(words::marks_of_numbers, within)) {
    if (mark.begin < end) continue;
    CitedNumber cited;
    const bool read = text.substr(mark.begin).starts_with("号") ? read_number(text, mark.span().end, cited)
                                                                : read_order(text, mark.begin, cited);
    if (!read) continue;
    end = cited.span.end;
    found.push_back(std::move(cited));
  }
  return found;
}

std::vector<CitedTitle> cited_titles(const Letters& letters) {
  std::vector<CitedTitle> found;
  std::uint32_t end = 0;
  for (const Occurrence& name : letters.of(document_names)) {
    if (name.begin < end) continue;
    found.push_back({name.span(), &documents[name.value]});
    end = name.span().end;
  }
  return found;
}

bool belongs_to(std::string_view text, const CitedNumber& number, const CitedTitle& title) {
  if (number.span.begin >= title.span.end) {
    const std::string_view between = text.substr(title.span.end, number.span.begin - title.span.end);
    return !between.empty() && is_joint(between);
  }
  if (title.span.begin < number.span.end) return false;
  const std::string_view between = text.substr(number.span.end, title.span.begin - number.span.end);
  return between == "《" || between == "公布的《" || between == "发布的《" || between == "修订的《";
}

}  // namespace gouji
