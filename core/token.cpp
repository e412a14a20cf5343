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

/// The items of a list that is in the order of the text, asked for place by place.
template <typename Item>
class Ahead {
 public:
  explicit Ahead(std::span<const Item> items) : items_(items) {}

  /// Leaves behind what begins before `place`.
  void move_to(std::uint32_t place) {
    while (next_ < items_.size() && begin_of(items_[next_]) < place) ++next_;
  }
  /// Where the next one begins; `end` where there is none before.
  [[nodiscard]] std::uint32_t place(std::uint32_t end) const {
    return next_ < items_.size() ? std::min(begin_of(items_[next_]), end) : end;
  }
  /// The one that begins at `place`; null where none does.
  [[nodiscard]] const Item* at(std::uint32_t place) const {
    return next_ < items_.size() && begin_of(items_[next_]) == place ? &items_[next_] : nullptr;
  }

 private:
  static std::uint32_t begin_of(const Quantity& quantity) { return quantity.whole.begin; }
  template <typename Other>
  static std::uint32_t begin_of(const Other& other) {
    return other.begin;
  }

  std::span<const Item> items_;
  std::size_t next_ = 0;
};

constexpr SaidWord says_nothing{0, 0, 1U << static_cast<unsigned>(Role::plain)};

}  // namespace

void read_tokens(const Prose& prose, const Prose::Sentence& sentence, std::vector<Token>& tokens) {
  const std::uint32_t last = sentence.span.end;
  const std::string_view text = prose.text().substr(0, last);
  const Letters& letters = prose.letters();
  const std::span<const Quantity> all = prose.quantities();
  const auto first = std::lower_bound(all.begin(), all.end(), sentence.span.begin,
                                      [](const Quantity& one, std::uint32_t at) { return one.whole.begin < at; });
  Ahead quantities(all.subspan(static_cast<std::size_t>(first - all.begin())));
  Ahead signs(letters.signs_in(sentence.span));
  Ahead words(letters.of(said_words(), sentence.span));
  Ahead channel_leads(letters.of(words::channel_leads, sentence.span));
  tokens.clear();
  for (std::uint32_t at = sentence.span.begin; at < last;) {
    quantities.move_to(at);
    signs.move_to(at);
    words.move_to(at);
    channel_leads.move_to(at);
    Token token;
    std::size_t end = 0;
    const Quantity* quantity = quantities.at(at);
    if (quantity != nullptr && quantity->whole.end <= last) {
      token.kind = Token::Kind::quantity;
      token.quantity = static_cast<std::uint32_t>(quantity - all.data());
      end = quantity->whole.end;
    } else if (signs.at(at) != nullptr) {
      std::size_t size = 0;
      if (is_digit(text[at])) end = read_time(text, at, token);
      if (const char mark = end == 0 ? mark_at(text, at, size) : '\0') {
        token.kind = Token::Kind::mark;
        token.mark = mark;
        end = at + size;
      }
    } else if (const std::size_t channels = channel_leads.at(at) == nullptr ? 0 : every_channel(text.substr(at))) {
      token.kind = Token::Kind::word;
      token.word = &says_nothing;
      end = at + channels;
    }
    if (const Occurrence* word = words.at(at); end == 0 && word != nullptr) {
      token.kind = Token::Kind::word;
      token.word = &what_is_said(*word);
      end = word->span().end;
    }
    if (end == 0) {
      token.kind = Token::Kind::unknown;
      std::size_t behind = at;
      (void)next_code_point(text, behind);
      const auto next = static_cast<std::uint32_t>(behind);
      quantities.move_to(next);
      signs.move_to(next);
      words.move_to(next);
      channel_leads.move_to(next);
      end = std::min({quantities.place(last), signs.place(last), words.place(last), channel_leads.place(last)});
      if (!tokens.empty() && tokens.back().kind == Token::Kind::unknown) {
        tokens.back().span.end = static_cast<std::uint32_t>(end);
        at = static_cast<std::uint32_t>(end);
        continue;
      }
    }
    token.span = {at, static_cast<std::uint32_t>(end)};
    tokens.push_back(token);
    at = token.span.end;
  }
}

}  // namespace gouji
