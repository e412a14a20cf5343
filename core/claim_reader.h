#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "body.h"
#include "claim.h"
#include "named.h"
#include "prose.h"
#include "quantity.h"
#include "scope.h"
#include "token.h"

namespace gouji {

/// Reads the sentences one after another, each token by token, and keeps what the next ones may take over. For the sources
/// that are named below alone; others call `read_claims`.
class ClaimReader {
 public:
  ClaimReader(const Prose& prose, int year, const Body& body) : prose_(prose), year_(year), scope_(prose, year, body) {}

  [[nodiscard]] Claims run();

 private:
  static constexpr std::size_t no_claim = static_cast<std::size_t>(-1);

  /// Where a name was looked for, and what it makes.
  struct Reading {
    std::vector<Topic> topics;
    std::vector<Key> keys;
    bool each = false;
    bool soft = false;
    std::size_t first = 0;  ///< token of the first word
  };

  // claims.cpp: paragraphs and sentences, and what is entered as a claim
  void begin_paragraph(const Prose::Paragraph& paragraph);
  [[nodiscard]] bool follows_on() const;
  void read_sentence(const Prose::Sentence& sentence);
  [[nodiscard]] bool context_request() const;
  [[nodiscard]] bool speaks_of_open() const { return context_open_; }
  bool make(const Reading& reading, const Quantity& quantity, std::size_t i, const Named& left, std::size_t depth);
  void push(Claim& claim);
  [[nodiscard]] bool is_of(std::size_t claim, Key a, Key b) const;
  void include(Key key, const Named& left);

  // claim_figures.cpp: a figure and the words around it
  [[nodiscard]] std::size_t lead_begin(std::size_t i, std::size_t& end) const;
  [[nodiscard]] bool counts_only(std::size_t begin, std::size_t end) const;
  [[nodiscard]] std::size_t tail_begin(std::size_t begin, std::size_t end) const;
  [[nodiscard]] bool leads_on(std::size_t i) const;
  void read_figure(std::size_t i, std::size_t depth);
  [[nodiscard]] bool turns_forward(std::size_t i) const;
  [[nodiscard]] bool is_sorted_behind(std::size_t i) const;
  [[nodiscard]] std::optional<Reading> read_name(const Quantity& quantity, const Named& left, const Named& right,
                                                 bool right_whole, std::size_t begin, std::size_t tail,
                                                 std::size_t end) const;
  [[nodiscard]] std::optional<Topic> frame_at(std::size_t begin) const;
  bool resolve(Reading& out, const Named& left, const Quantity& quantity) const;
  [[nodiscard]] bool rest_of_a_list(Topic topic) const;
  void distribute();

  // claim_statements.cpp: what is said without a figure
  void add_statement(Claim::Says says, const Indicator* indicator, std::size_t first, std::size_t last, bool soft);
  void read_none(std::size_t i);
  [[nodiscard]] bool ends_clause(std::size_t i) const;
  [[nodiscard]] bool may_deny(std::size_t i) const;
  void deny(const Named& name, std::size_t first, std::size_t last);
  void read_all_done();
  [[nodiscard]] bool excepted(std::size_t i) const;
  [[nodiscard]] bool tells_total() const;
  void read_rate();
  [[nodiscard]] bool is_in_brackets(std::size_t i) const;
  void read_all_alike();
  void leave_other_matters();

  const Prose& prose_;
  int year_;
  Scope scope_;
  Claims found_;

  // Of the paragraph.
  Topic heading_ = 0;
  Topic frame_ = 0;  ///< what the last figure was of
  std::size_t last_ = no_claim;
  bool context_request_ = false;
  bool context_open_ = false;
  bool about_requests_ = false;  ///< it stands in the section on requests

  // Of the sentence.
  std::uint32_t sentence_ = 0;
  std::vector<Token> tokens_;
  std::vector<bool> taken_;
  std::size_t first_of_sentence_ = 0;
  std::size_t denied_until_ = 0;  ///< token
  bool lost_ = false;             ///< a figure of the sentence was not understood: what follows may be of its matter
  std::vector<std::pair<Topic, bool>> outside_;  ///< `frame_` and `lost_` before each open bracket
  bool including_ = false;
  bool total_told_ = false;
};

}  // namespace gouji
