#include "claims.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "claim_reader.h"
#include "sort.h"
#include "words.h"

namespace gouji {
namespace {

Decimal in_form_unit(Decimal value, const Quantity& quantity) {
  if (!quantity.is_money()) return value;
  if (quantity.measure == "元") return Decimal(value.digits, static_cast<std::uint8_t>(value.decimals + 4));
  if (quantity.measure == "亿元" && value.decimals == 0) return value.digits * 10000;
  return value;
}

}  // namespace

Claims ClaimReader::run() {
  const auto& sentences = prose_.sentences();
  std::uint32_t paragraph = 0xffffffff;
  for (sentence_ = 0; sentence_ < sentences.size(); ++sentence_) {
    const Prose::Sentence& sentence = sentences[sentence_];
    if (sentence.paragraph != paragraph) {
      paragraph = sentence.paragraph;
      begin_paragraph(prose_.paragraphs()[paragraph]);
    }
    const auto kind = prose_.paragraphs()[paragraph].kind;
    if (kind == LineKind::title || kind == LineKind::heading) continue;
    read_sentence(sentence);
  }
  sort_by_place(found_.claims);
  sort_by_place(found_.unclaimed);
  return std::move(found_);
}

void ClaimReader::begin_paragraph(const Prose::Paragraph& paragraph) {
  frame_ = 0;
  last_ = no_claim;
  const std::string_view text = prose_.at(paragraph.span);
  // （二）依申请公开情况: what the paragraphs below it are about.
  const bool short_line = paragraph.kind != LineKind::prose || text.size() < 60;
  if (short_line && (text.starts_with("(") || text.find("。") == std::string_view::npos)) {
    heading_ = text.find("申请") != std::string_view::npos ? names().request
               : text.find("复议") != std::string_view::npos || text.find("诉讼") != std::string_view::npos
                   ? names().review
                   : Topic{0};
  }
  if (text.starts_with("(") && !short_line) {
    const std::string_view lead = text.substr(0, std::min(text.find("。"), text.size()));
    if (lead.size() < 60) heading_ = lead.find("申请") != std::string_view::npos ? names().request : Topic{0};
  }
  about_requests_ = paragraph.section == 3;
  if (about_requests_) heading_ = names().request;
  if (paragraph.section == 4) heading_ = names().review;
  context_request_ = heading_ == names().request || (heading_ == names().review);
  context_open_ = heading_ != 0;
}

/// Whether the sentence goes on with the one before it, behind a ；: of the same time and body.
bool ClaimReader::follows_on() const {
  if (sentence_ == 0) return false;
  const Prose::Sentence& before = prose_.sentences()[sentence_ - 1];
  return before.paragraph == prose_.sentences()[sentence_].paragraph && prose_.at(before.span).ends_with(";");
}

void ClaimReader::read_sentence(const Prose::Sentence& sentence) {
  read_tokens(prose_, sentence, tokens_);
  turn_years(tokens_, year_);
  const std::string_view text = prose_.at(sentence.span);
  const bool speaks_of_disclosure = prose_.letters().has(words::disclosure, sentence.span);
  context_open_ = context_open_ || speaks_of_disclosure;
  // 依申请公开:新收20件
  const std::size_t colon = std::min(text.find(':'), text.size());
  std::string_view label = text.substr(0, colon);
  while (label.ends_with('*')) label.remove_suffix(1);  // of Markdown
  context_request_ = context_request_ || (colon < text.size() && label.ends_with("依申请公开"));
  first_of_sentence_ = found_.claims.size();
  total_told_ = false;
  if (!follows_on()) scope_.begin();
  lost_ = false;
  outside_.clear();
  denied_until_ = 0;
  including_ = false;
  taken_.assign(tokens_.size(), false);
  std::size_t depth = 0;
  std::size_t including_depth = 0;
  distribute();
  for (std::size_t i = 0; i < tokens_.size(); ++i) {
    const Token& token = tokens_[i];
    if (token.is_mark('(')) {
      ++depth;
      outside_.push_back({frame_, lost_});
    }
    if (token.is_mark(')')) {
      if (depth > 0) --depth;
      if (!outside_.empty()) {
        // What is remarked in brackets does not change what is spoken of.
        if (lost_) std::tie(frame_, lost_) = outside_.back();
        outside_.pop_back();
      }
      if (including_ && depth < including_depth) including_ = false;
    }
    if (token.is(Role::including) && !including_) {
      including_ = true;
      including_depth = depth;
    }
    scope_.read(tokens_, i, depth);
    if (token.kind == Token::Kind::quantity && !taken_[i]) read_figure(i, depth);
    if (token.is(Role::none)) read_none(i);
  }
  read_all_done();
  read_rate();
  read_all_alike();
  if (!speaks_of_disclosure) leave_other_matters();
  context_request_ = context_request_ || text.find("申请公开") != std::string_view::npos ||
                     text.find("公开申请") != std::string_view::npos;
}

bool ClaimReader::context_request() const {
  return context_request_ ||
         std::any_of(found_.claims.begin() + static_cast<std::ptrdiff_t>(first_of_sentence_), found_.claims.end(),
                     [](const Claim& claim) {
                       return !claim.of.empty() && indicators()[claim.of[0]].topic == names().request;
                     });
}

/// Enters what was read as claims. False where it is only a part of a figure told before.
bool ClaimReader::make(const Reading& reading, const Quantity& quantity, std::size_t i, const Named& left,
                       std::size_t depth) {
  const Topic topic = reading.topics.front();
  const Key key = reading.keys.empty() ? Key{0} : reading.keys.front();
  // 共收到34件,其中受理30件 says nothing of a row; 其中已答复30件 does.
  if (topic == names().request && (key == names().received || key == names().handled)) {
    if (total_told_ || including_) return false;
    total_told_ = true;
  }
  if (key == names().fresh) total_told_ = true;
  if (key == names().answered && including_ && last_ != no_claim && is_of(last_, names().answered, names().handled))
    return false;
  if (key == names().carried_over && depth > 0 && last_ != no_claim &&
      is_of(last_, names().answered, names().answered)) {
    include(key, left);
    return true;
  }
  Claim claim;
  claim.soft = reading.soft;
  claim.bound = quantity.bound;
  claim.chinese = quantity.chinese;
  claim.value = in_form_unit(quantity.value, quantity);
  claim.low = in_form_unit(quantity.low, quantity);
  claim.high = in_form_unit(quantity.high, quantity);
  claim.span = quantity.span;
  claim.whole = quantity.whole;
  claim.words = {tokens_[std::min(reading.first, i)].span.begin, tokens_[i].span.end};
  claim.sentence = sentence_;
  include(key, left);
  const std::vector<Key> keys = reading.keys.empty() ? std::vector<Key>{0} : reading.keys;
  for (const Topic one : reading.topics) {
    for (const Key each : keys) {
      const Indicator* indicator = indicator_of(one, each);
      if (indicator == nullptr) indicator = indicator_of(one, 0);
      if (indicator == nullptr) continue;
      const auto index = static_cast<std::uint8_t>(indicator - indicators().data());
      if (std::find(claim.of.begin(), claim.of.end(), index) == claim.of.end()) claim.of.push_back(index);
      if (reading.each) push(claim);
    }
  }
  if (!reading.each) push(claim);
  frame_ = topic;
  return true;
}

void ClaimReader::push(Claim& claim) {
  last_ = found_.claims.size();
  found_.claims.push_back(claim);
  claim.of.clear();
}

bool ClaimReader::is_of(std::size_t claim, Key a, Key b) const {
  const auto& of = found_.claims[claim].of;
  if (of.size() != 1) return false;
  const Key key = indicators()[of[0]].key;
  return key == a || key == b;
}

/// 收到62件(含上年结转3件): the 62 are both together.
void ClaimReader::include(Key key, const Named& left) {
  if (last_ == no_claim || (!left.including && !including_)) return;
  Claim& container = found_.claims[last_];
  if (container.of.size() != 1) return;
  const Indicator& indicator = indicators()[container.of[0]];
  if (indicator.including != 0 && indicator.including == key && indicator.becomes != 255)
    container.of[0] = indicator.becomes;
}

Claims read_claims(const Prose& prose, int year, const Body& body) { return ClaimReader(prose, year, body).run(); }

}  // namespace gouji
