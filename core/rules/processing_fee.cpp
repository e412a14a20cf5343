#include <algorithm>

#include "rule.h"
#include "words.h"

namespace gouji {
namespace {

constexpr std::string_view fee_word = "处理费";
constexpr std::string_view notice_word = "收费通知";

bool has(std::string_view text, std::string_view word) { return text.find(word) != std::string_view::npos; }

/// Yuan; nothing where it is no exact sum in yuan or 万元.
std::optional<std::int64_t> yuan_of(const Quantity& quantity) {
  if (quantity.kind != Quantity::Kind::number || !quantity.is_exact()) return std::nullopt;
  if (quantity.measure != "元" && quantity.measure != "万元") return std::nullopt;
  std::int64_t digits = quantity.value.digits;
  int decimals = quantity.value.decimals;
  for (int i = 0; quantity.measure == "万元" && i < 4; ++i) {
    if (decimals > 0) {
      --decimals;
    } else {
      digits *= 10;
    }
  }
  if (decimals != 0) return std::nullopt;
  return digits;
}

bool is_count(const Quantity& quantity) {
  return quantity.kind == Quantity::Kind::number && quantity.is_exact() && quantity.value.is_integer() &&
         (quantity.measure == "件" || quantity.measure == "份" || quantity.measure == "起" || quantity.measure == "笔");
}

/// What a paragraph tells of the fee.
///
///     对6件申请收取信息处理费1300元。其中,1件收取500元,5件收取800元
///      ^^^ count            ^^^^^^ sum         ^^^     ^^^^^  ^^^     ^^^^^ items
struct Item {
  Quantity count;
  Quantity sum;
  bool each = false;
};

class Check {
 public:
  Check(const Document& document, std::vector<Finding>& findings)
      : document_(document), prose_(document.prose), text_(document.prose.text()), findings_(findings) {}

  void run() {
    for (const Prose::Paragraph& paragraph : prose_.paragraphs()) {
      const std::string_view words = prose_.at(paragraph.span);
      if (!has(words, fee_word) && !has(words, notice_word)) continue;
      check_steps(paragraph);
      check_list(paragraph);
      check_collected(paragraph);
    }
    check_notices();
  }

 private:
  void check_steps(const Prose::Paragraph& paragraph);
  void check_list(const Prose::Paragraph& paragraph);
  void check_collected(const Prose::Paragraph& paragraph);
  void check_notices();
  void compare_list(const Quantity& count, const Quantity& sum, const std::vector<Item>& items);

  [[nodiscard]] std::string_view between(std::uint32_t begin, std::uint32_t end) const {
    return begin < end ? text_.substr(begin, end - begin) : std::string_view();
  }
  [[nodiscard]] std::string_view sentence_of(const Quantity& quantity) const {
    return prose_.sentence_around(quantity.span.begin);
  }
  /// Whether the words name another year than the report's.
  [[nodiscard]] bool is_of_other_year(std::string_view words) const {
    for (std::size_t at = words.find("年"); at != std::string_view::npos; at = words.find("年", at + 1)) {
      if (at < 4 || !words.substr(at - 4, 2).starts_with("20")) continue;
      if (words.substr(at - 4, 4) != std::to_string(document_.facts.year)) return true;
    }
    return has(words, "上年") || has(words, "去年") || has(words, "累计");
  }
  /// For each quantity the words in front of it, back to the sum before it or to the begin of the paragraph.
  [[nodiscard]] std::vector<std::string_view> leads_of(std::span<const Quantity> all, ProseSpan paragraph) const {
    std::vector<std::string_view> leads;
    std::uint32_t begin = paragraph.begin;
    for (const Quantity& quantity : all) {
      leads.push_back(between(std::max(begin, quantity.whole.begin - std::min(quantity.whole.begin, farthest)),
                              quantity.whole.begin));
      if (quantity.is_money()) begin = quantity.whole.end;
    }
    return leads;
  }
  [[nodiscard]] Span place_of(const Quantity& quantity) const { return prose_.in_folded(quantity.whole); }
  [[nodiscard]] std::string written(const Quantity& quantity) const {
    return document_.text.pasted(place_of(quantity));
  }
  [[nodiscard]] Related related(const Quantity& quantity, std::string_view role) const {
    return {place_of(quantity), role, std::nullopt, std::nullopt};
  }

  Finding& add(Severity severity, Span span) {
    Finding finding;
    finding.severity = severity;
    finding.span = span;
    findings_.push_back(std::move(finding));
    return findings_.back();
  }

  /// Words farther away say nothing of a sum.
  static constexpr std::uint32_t farthest = 600;

  const Document& document_;
  const Prose& prose_;
  std::string_view text_;
  std::vector<Finding>& findings_;
};

/// The fee is told in steps of 100 yuan for each request, or of 10, 20 or 40 for each page.
void Check::check_steps(const Prose::Paragraph& paragraph) {
  for (const Quantity& quantity : prose_.quantities_in(paragraph.span)) {
    const bool fine = quantity.measure == "元" && quantity.is_exact() && !quantity.value.is_integer();
    const auto yuan = yuan_of(quantity);
    if (!fine && (!yuan || *yuan % 10 == 0)) continue;
    const std::string_view sentence = sentence_of(quantity);
    const auto begin = static_cast<std::uint32_t>(sentence.data() - text_.data());
    const std::string_view lead =
        between(std::max(begin, quantity.whole.begin - std::min(quantity.whole.begin, farthest)), quantity.whole.begin);
    const std::size_t named = lead.rfind(fee_word);
    // Another fee may be named in between: 信息处理费、档案查询费等收入96.5元.
    if (named == std::string_view::npos || has(lead.substr(named + fee_word.size()), "费") ||
        has_word(sentence, words::fee_standards))
      continue;
    Finding& finding = add(Severity::advice, place_of(quantity));
    finding.message = say("信息处理费“{0}”不是 10 元的整倍数。", "A processing fee of {0} is no multiple of 10 yuan.",
                          {written(quantity)});
    finding.advice = say("信息处理费按件每件 100 元起、按量每页 10 元起计收，请核对。",
                         "The fee is 100 yuan and more a request, or 10 yuan and more a page; check it.");
  }
}

void Check::compare_list(const Quantity& count, const Quantity& sum, const std::vector<Item>& items) {
  const std::int64_t total = *yuan_of(sum);
  const std::int64_t all = count.value.digits;
  std::int64_t requests = 0;
  std::int64_t told = 0;        // as written
  std::int64_t multiplied = 0;  // every sum meant for each request
  bool exceeds = false;         // one item alone does
  std::string terms;
  std::vector<Related> parts = {related(count, "other")};
  for (const Item& item : items) {
    const std::int64_t yuan = *yuan_of(item.sum);
    requests += item.count.value.digits;
    told += item.each ? item.count.value.digits * yuan : yuan;
    multiplied += item.count.value.digits * yuan;
    terms += (terms.empty() ? "" : "+") + (item.each ? std::to_string(item.count.value.digits) + "×" : std::string()) +
             std::to_string(yuan);
    parts.push_back(related(item.count, "part"));
    parts.push_back(related(item.sum, "part"));
    exceeds = exceeds || yuan > total;
    // What follows a full list divides the same requests another way.
    if (requests == all) break;
  }
  const bool money_fits = told == total || multiplied == total;
  if (told > total || (!money_fits && requests == all)) {
    // Certain where no two items can be the same requests seen from two sides.
    const bool certain = told > total && (requests == all || exceeds);
    Finding& finding = add(certain ? Severity::error : Severity::warning, place_of(sum));
    finding.message = say("各项收费相加是 {0} 元（{1}），总额写的是{2}。",
                          "The fees listed make {0} yuan ({1}); the total says {2}.", {told, terms, written(sum)});
    finding.advice = say("请核对各项金额与总额。", "Check the items and the total.");
    finding.related = std::move(parts);
    return;
  }
  if (requests > all || (money_fits && requests != all && items.size() > 1)) {
    Finding& finding = add(requests > all ? Severity::warning : Severity::advice, place_of(count));
    finding.message = say("各项相加是 {0} 件，前面写的是{1}。", "The items are {0} requests; {1} is said before.",
                          {requests, written(count)});
    finding.advice = say("请核对件数。", "Check the numbers of requests.");
    finding.related = std::move(parts);
  }
}

/// 对6件申请收取信息处理费1300元。其中,1件收取500元,5件收取800元: read only where counts and sums take turns.
void Check::check_list(const Prose::Paragraph& paragraph) {
  const auto all = prose_.quantities_in(paragraph.span);
  const std::vector<std::string_view> leads = leads_of(all, paragraph.span);
  for (std::size_t i = 1; i < all.size(); ++i) {
    if (!yuan_of(all[i]) || !is_count(all[i - 1]) || !has(leads[i], fee_word)) continue;
    if (i + 2 >= all.size()) return;
    const std::string_view gap = between(all[i].whole.end, all[i + 1].whole.begin);
    if (!has(gap, "其中") || is_of_other_year(gap) || is_of_other_year(leads[i])) return;
    std::vector<Item> items;
    for (std::size_t k = i + 1; k + 1 < all.size(); k += 2) {
      const std::string_view before = between(all[k - 1].whole.end, all[k].whole.begin);
      const std::string_view inside = between(all[k].whole.end, all[k + 1].whole.begin);
      if (k > i + 1 && has_word(before, words::list_ends)) break;
      if (!is_count(all[k]) || !yuan_of(all[k + 1]) || has_word(inside, words::list_ends) || has(inside, "。")) return;
      items.push_back({all[k], all[k + 1], has(inside, "各") || has(inside, "每") || has(inside, "均")});
    }
    if (!items.empty()) compare_list(all[i - 1], all[i], items);
    return;
  }
}

/// What was collected: no more than the notices asked for, and part of what table two tells of fees.
void Check::check_collected(const Prose::Paragraph& paragraph) {
  const auto all = prose_.quantities_in(paragraph.span);
  const std::vector<std::string_view> leads = leads_of(all, paragraph.span);
  const std::string_view words = prose_.at(paragraph.span);
  const Quantity* asked = nullptr;
  const Quantity* collected = nullptr;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (!yuan_of(all[i])) continue;
    const std::string_view lead = leads[i];
    if (is_of_other_year(lead) || has(lead, "其中") || has_word(sentence_of(all[i]), words::fee_standards)) continue;
    const bool collects = has_word(lead, words::collecting);
    const bool notices = has_word(lead, words::noticing);
    if (notices && !has(lead, "实际") && !has(lead, "实收") && asked == nullptr) {
      asked = &all[i];
    } else if (collects && (has(lead, fee_word) || asked != nullptr) && collected == nullptr) {
      collected = &all[i];
    }
  }
  if (collected == nullptr) return;
  const std::int64_t yuan = *yuan_of(*collected);
  if (asked != nullptr && yuan > *yuan_of(*asked)) {
    Finding& finding = add(Severity::advice, place_of(*collected));
    finding.message =
        say("实际收取的信息处理费“{0}”多于收费通知的金额“{1}”。",
            "More was collected ({0}) than the notices asked for ({1}).", {written(*collected), written(*asked)});
    finding.advice =
        say("请核对；含上年通知的，说明一下。", "Check it, or say that notices of last year are included.");
    finding.related = {related(*asked, "other")};
  }
  const auto fees = document_.find_cell("disclosure", "fees", "amount");
  if (!fees || has(words, "未缴") || has(words, "逾期")) return;
  const Cell& cell = document_.cell(*fees);
  if (cell.state != Cell::State::number || cell.unit == FigureUnit::yuan || cell.unit == FigureUnit::yi_yuan) return;
  if (compare(Decimal(yuan, 4), cell.value) <= 0) return;
  const std::string figure = document_.text.pasted(cell.span);
  Finding& finding = add(Severity::advice, place_of(*collected));
  finding.message =
      say("信息处理费是一种行政事业性收费，收了“{0}”，表二行政事业性收费却只有 {1} 万元。",
          "The processing fee is an administrative fee: {0} was collected, but table two has only {1} (万元) of fees.",
          {written(*collected), figure});
  finding.advice = say("请核对表二是否漏计。", "Check whether table two left it out.");
  finding.related = {{cell.span, "other", fees, std::nullopt}};
}

/// No notice was issued, yet requests were dropped because a notice was not paid.
void Check::check_notices() {
  const auto unpaid = document_.find_cell("requests", "other.fee_unpaid", "total");
  if (!unpaid) return;
  const Cell& cell = document_.cell(*unpaid);
  if (cell.state != Cell::State::number || cell.value.digits <= 0) return;
  for (const Prose::Sentence& sentence : prose_.sentences()) {
    const std::string_view words = prose_.at(sentence.span);
    const std::size_t at = words.find(notice_word);
    if (at == std::string_view::npos || is_of_other_year(words)) continue;
    std::string_view lead = words.substr(0, at);
    lead.remove_prefix(std::min(lead.size(), lead.find_last_of(",;:") + 1));
    std::string_view behind = words.substr(at + notice_word.size());
    if (behind.starts_with("书")) behind.remove_prefix(std::string_view("书").size());
    const bool none = has_word(lead, words::not_issued) && !has(lead, "按");
    const bool zero = behind.starts_with("0件") || behind.starts_with("0份") || behind.starts_with("零件") ||
                      behind.starts_with("0次") || behind.starts_with("为0") || behind.starts_with("数量0件");
    if (!none && !zero) continue;
    const auto begin = sentence.span.begin + static_cast<std::uint32_t>(at - lead.size());
    const auto end = sentence.span.begin + static_cast<std::uint32_t>(at + notice_word.size());
    Finding& finding = add(Severity::warning, prose_.in_folded({begin, end}));
    const std::string count = to_string(cell.value);
    finding.message = say("正文说没有发出收费通知，表三却有 {0} 件因逾期未按收费通知缴费而不再处理。",
                          "The text says that no notice of a fee was issued, yet table three has {0} requests dropped "
                          "because a notice was not paid.",
                          {count});
    finding.advice = say("请核对两处。", "Check both.");
    finding.related = {{cell.span, "other", unpaid, std::nullopt}};
    return;
  }
}

void check(const Document& document, std::vector<Finding>& findings) { Check(document, findings).run(); }

}  // namespace

extern const Rule processing_fee_rule;
const Rule processing_fee_rule = {
    "processing-fee",
    Severity::warning,
    "信息处理费前后不符",
    "Processing fee that does not add up",
    "《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）",
    check,
};

}  // namespace gouji
