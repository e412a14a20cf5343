#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "body.h"
#include "prose.h"
#include "token.h"

namespace gouji {

/// Of whom and of what time the words of a sentence speak; a claim is made only of the body that reports and of the year of
/// its report. Tokens are read in order: what they say holds for the rest of the sentence, until other words say otherwise.
class Scope {
 public:
  /// `year` is that of the report, 0 where it is not known.
  Scope(const Prose& prose, int year, const Body& body) : prose_(prose), year_(year), body_(body) {}

  /// A sentence begins that does not go on with the one before it.
  void begin();
  /// Reads token `i`; `depth` is the number of brackets that it stands in.
  void read(const std::vector<Token>& tokens, std::size_t i, std::size_t depth);
  /// What follows is of another body, too.
  void turn_to_other_body() { other_body_ = true; }

  [[nodiscard]] bool is_of_this_year() const;
  [[nodiscard]] bool is_of_other_body() const { return other_body_; }
  /// Whose the figure is that the words [begin, end) lead to, `tail` being the first that was understood.
  [[nodiscard]] Whose whose_figure(const std::vector<Token>& tokens, std::size_t begin, std::size_t tail,
                                   std::size_t end) const;
  /// Whether the unknown words before `tail` are only the name of the body itself.
  [[nodiscard]] bool is_subject(const std::vector<Token>& tokens, std::size_t begin, std::size_t tail) const;

 private:
  [[nodiscard]] bool is_until(const std::vector<Token>& tokens, std::size_t day) const;
  [[nodiscard]] std::string_view subject(const std::vector<Token>& tokens, std::size_t begin, std::size_t tail) const;
  [[nodiscard]] Whose whose_name(std::string_view name) const;

  const Prose& prose_;
  int year_;
  const Body& body_;
  int scope_year_ = 0;  ///< the year said last; 0 for none
  bool other_time_ = false;
  bool other_body_ = false;
};

}  // namespace gouji
