#include "token.h"

#include <algorithm>

#include "text.h"
#include "words.h"

namespace gouji {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

struct Cursor {
  std::string_view text;
  std::size_t at;

  /// How many stand here; 5 for any number of more than four.
  [[nodiscard]] std::size_t digits() const {
    std::size_t count = 0;
    while (count < 5 && at + count < text.size() && is_digit(text[at + count])) ++count;
    return count;
  }
  int number(std::size_t count) {
    int value = 0;
    for (std::size_t i = 0; i < count; ++i) value = value * 10 + (text[at++] - '0');
    return value;
  }
  bool take(std::string_view word) {
    if (!text.substr(at).starts_with(word)) return false;
    at += word.size();
    return true;
  }
};

/// 2021年(度), 12月(31日): its end, or nothing.
std::size_t read_time(std::string_view text, std::size_t at, Token& token) {
  Cursor cursor{text, at};
  const std::size_t digits = cursor.digits();
  if (digits == 4) {
    token.number = cursor.number(4);
    if (token.number < 1990 || token.number > 2099 || !cursor.take("年")) return 0;
    cursor.take("度");
    token.kind = Token::Kind::year;
    return cursor.at;
  }
  if (digits == 0 || digits > 2) return 0;
  const int month = cursor.number(digits);
  if (!cursor.take("月")) return 0;
  int day = 0;
  if (const std::size_t more = cursor.digits(); more == 1 || more == 2) {
    const std::size_t before = cursor.at;
    day = cursor.number(more);
    if (!cursor.take("日")) {
      day = 0;
      cursor.at = before;
    }
  }
  // 12月底 is the end of the year; 12月份 is not.
  if (month == 12 && day == 0 && (cursor.take("底") || cursor.take("末"))) day = 31;
  token.kind = Token::Kind::day;
  token.number = month * 100 + day;
  return cursor.at;
}

/// The mark at `at` as one byte, or '\0'.
char mark_at(std::string_view text, std::size_t at, std::size_t& size) {
  size = 1;
  switch (text[at]) {
    case ',':
    case ';':
    case ':':
    case '(':
    case ')':
      return text[at];
    case '[':
      return '(';
    case ']':
      return ')';
    case '!':
    case '?':
    case '\n':
      return '.';
    default:
      break;
  }
  for (const std::string_view stop : {"。", "..."}) {
    if (text[at] != stop[0] || !text.substr(at).starts_with(stop)) continue;
    size = stop.size();
    return '.';
  }
  return '\0';
}

/// 通过网络、信函等方式, which begins with the word that leads to a way, names every way and so says nothing: its bytes, or 0.
/// 通过网络 alone is one of them.
std::size_t every_channel(std::string_view text) {
  constexpr std::size_t longest = 90;
  const std::size_t end = text.substr(0, longest).find("等");
  if (end == std::string_view::npos) return 0;
  if (text.substr(0, end).find_first_of(",;:()\n0123456789") != std::string_view::npos) return 0;
  for (const std::string_view way : {"等方式", "等渠道", "等途径", "等形式"}) {
    if (text.substr(end).starts_with(way)) return end + way.size();
  }
  return 0;
}

/// The word of a list that stands at a place; places are asked for in the order of the text.
class Here {
 public:
  Here(const Letters& letters, IndexedList list, ProseSpan span) : words_(letters.of(list, span)) {}

  /// Null where none does.
  const Occurrence* at(std::size_t place) {
    while (next_ < words_.size() && words_[next_].span.begin < place) ++next_;
    return next_ < words_.size() && words_[next_].span.begin == place ? &words_[next_] : nullptr;
  }

 private:
  std::span<const Occurrence> words_;
  std::size_t next_ = 0;
};

constexpr SaidWord says_nothing{0, 0, 1U << static_cast<unsigned>(Role::plain)};

}  // namespace

std::vector<Token> tokens_of(const Prose& prose, const Prose::Sentence& sentence) {
  const std::string_view text = prose.text().substr(0, sentence.span.end);
  const std::span<const Quantity> quantities = prose.quantities();
  auto next = static_cast<std::uint32_t>(
      std::lower_bound(quantities.begin(), quantities.end(), sentence.span.begin,
                       [](const Quantity& quantity, std::uint32_t at) { return quantity.whole.begin < at; }) -
      quantities.begin());
  Here words(prose.letters(), said_words(), sentence.span);
  Here channel_leads(prose.letters(), words::channel_leads, sentence.span);
  std::vector<Token> tokens;
  for (std::size_t at = sentence.span.begin; at < text.size();) {
    Token token;
    std::size_t end = 0;
    while (next < quantities.size() && quantities[next].whole.begin < at) ++next;
    if (next < quantities.size() && quantities[next].whole.begin == at && quantities[next].whole.end <= text.size()) {
      token.kind = Token::Kind::quantity;
      token.quantity = next;
      end = quantities[next].whole.end;
    } else if (is_digit(text[at])) {
      end = read_time(text, at, token);
    }
    std::size_t size = 0;
    if (end == 0) {
      if (const char mark = mark_at(text, at, size)) {
        token.kind = Token::Kind::mark;
        token.mark = mark;
        end = at + size;
      } else if (const std::size_t channels = channel_leads.at(at) != nullptr ? every_channel(text.substr(at)) : 0;
                 channels > 0) {
        token.kind = Token::Kind::word;
        token.word = &says_nothing;
        end = at + channels;
      } else if (const Occurrence* word = words.at(at)) {
        token.kind = Token::Kind::word;
        token.word = &what_is_said(*word);
        end = word->span.end;
      }
    }
    if (end == 0) {
      end = at;
      (void)next_code_point(text, end);
      token.kind = Token::Kind::unknown;
      if (!tokens.empty() && tokens.back().kind == Token::Kind::unknown) {
        tokens.back().span.end = static_cast<std::uint32_t>(end);
        at = end;
        continue;
      }
    }
    token.span = {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)};
    tokens.push_back(token);
    at = end;
  }
  return tokens;
}

}  // namespace gouji
