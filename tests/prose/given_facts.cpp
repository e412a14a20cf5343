#include "prose/given_facts.h"

#include <algorithm>
#include <array>
#include <sstream>
#include <stdexcept>

#include "support/files.h"
#include "support/form_data.h"

namespace gouji::test {
namespace {

using Counts = std::vector<long long>;
using Rows = std::map<std::string, Counts>;

constexpr std::size_t applicants = 6;  // columns of table three before its total

std::string form_of(int year) { return year < 2021 ? "2019" : "2021"; }

std::vector<std::string> split(std::string_view text, char sign) {
  std::vector<std::string> parts(1);
  for (const char c : text) {
    if (c == sign) {
      parts.emplace_back();
    } else {
      parts.back().push_back(c);
    }
  }
  return parts;
}

/// denied → denied.third_party_rights.
std::string row_id(const std::string& form_id, const std::string& word) {
  static const std::map<std::string, std::string> commonest = {{"denied", "denied.third_party_rights"},
                                                               {"unavailable", "unavailable.not_held"},
                                                               {"not_processed", "not_processed.repeated"}};
  const auto found = commonest.find(word);
  if (found != commonest.end()) return found->second;
  return word == "other" && form_id == "2021" ? "other.other" : word;
}

bool has_row(const Table& table, const std::string& id) {
  return std::any_of(table.parts.begin(), table.parts.end(), [&](const Part& part) {
    return std::any_of(part.rows.begin(), part.rows.end(), [&](const Heading& row) { return row.id == id; });
  });
}

void read_word(GivenFacts& facts, const std::string& word) {
  const std::size_t sign = word.find('=');
  if (sign == std::string::npos) throw std::runtime_error("no fact: " + word);
  const std::string key = word.substr(0, sign);
  const std::vector<std::string> values = split(std::string_view(word).substr(sign + 1), ',');
  if (key == "without") {
    facts.without = values;
    return;
  }
  const std::string form_id = form_of(facts.year);
  const std::string id = row_id(form_id, key);
  const std::vector<Table>& tables = form(form_id).tables;
  if (std::none_of(tables.begin(), tables.end(), [&](const Table& table) { return has_row(table, id); })) {
    throw std::runtime_error("no row " + key + " in the form");
  }
  facts.rows[id] = values;
}

/// Table three: `applicants` columns a row, total left out.
class Requests {
 public:
  explicit Requests(const GivenFacts& facts) {
    const Table& table = form(form_of(facts.year)).table("requests");
    for (const Heading& row : table.parts.front().rows) {
      const bool flow = row.id == "new_received" || row.id == "carried_over" || row.id == "processed_total" ||
                        row.id == "carried_forward";
      if (!flow) results_.push_back(row.id);
      rows_[row.id] = counts(facts, row.id);
    }
    Counts& processed = rows_["processed_total"];
    for (std::size_t c = 0; c < applicants; ++c) {
      processed[c] = rows_["new_received"][c] + rows_["carried_over"][c] - rows_["carried_forward"][c];
      if (processed[c] < 0) throw std::runtime_error("more is carried forward than there was");
    }
    if (!facts.rows.contains("granted")) rows_["granted"][0] = sum(processed) - sum_of_results();
    deal_out();
  }

  [[nodiscard]] Counts row(const std::string& id) const {
    Counts counts = rows_.at(id);
    counts.push_back(sum(counts));
    return counts;
  }

 private:
  static long long sum(const Counts& counts) {
    long long sum = 0;
    for (const long long count : counts) sum += count;
    return sum;
  }

  static Counts counts(const GivenFacts& facts, const std::string& id) {
    Counts counts;
    const auto found = facts.rows.find(id);
    if (found != facts.rows.end()) {
      for (const std::string& value : found->second) counts.push_back(std::stoll(value));
      if (counts.size() != 1 && counts.size() != applicants) throw std::runtime_error(id + " has one figure or six");
    }
    counts.resize(applicants);
    return counts;
  }

  [[nodiscard]] long long sum_of_results() const {
    long long total = 0;
    for (const std::string& id : results_) total += sum(rows_.at(id));
    return total;
  }

  /// Moves results from natural persons to those who asked, until each column adds up.
  void deal_out() {
    for (std::size_t c = 1; c < applicants; ++c) {
      long long open = rows_["processed_total"][c];
      for (const std::string& id : results_) open -= rows_[id][c];
      for (const std::string& id : results_) {
        const long long taken = std::clamp(open, 0LL, std::max(rows_[id][0], 0LL));
        rows_[id][0] -= taken;
        rows_[id][c] += taken;
        open -= taken;
      }
      if (open != 0) throw std::runtime_error("the results do not add up");
    }
    long long natural = 0;
    for (const std::string& id : results_) natural += rows_[id][0];
    if (natural != rows_["processed_total"][0] || rows_["granted"][0] < 0) {
      throw std::runtime_error("the results do not add up");
    }
  }

  std::vector<std::string> results_;
  Rows rows_;
};

std::string joined(const std::vector<std::string>& values) {
  std::string text;
  for (const std::string& value : values) text += " " + value + " |";
  return text;
}

std::string joined(const Counts& counts) {
  std::vector<std::string> values;
  for (const long long count : counts) values.push_back(std::to_string(count));
  return joined(values);
}

Counts outcomes(const GivenFacts& facts, const std::string& id) {
  Counts counts;
  const auto found = facts.rows.find(id);
  if (found != facts.rows.end()) {
    for (const std::string& value : found->second) counts.push_back(std::stoll(value));
  }
  counts.resize(4);
  counts.push_back(counts[0] + counts[1] + counts[2] + counts[3]);
  return counts;
}

/// The cells of each printed row, by the row's label; table four's by "".
std::map<std::string, std::string> printed_rows(const GivenFacts& facts) {
  std::map<std::string, std::string> printed;
  const Requests requests(facts);
  for (const Table& table : form(form_of(facts.year)).tables) {
    for (const Part& part : table.parts) {
      for (const Heading& row : part.rows) {
        if (table.id == "requests") {
          printed[row.label] = joined(requests.row(row.id));
        } else if (table.id == "proceedings") {
          printed[""] += joined(outcomes(facts, row.id));
        } else {
          const auto found = facts.rows.find(row.id);
          std::vector<std::string> values = found == facts.rows.end() ? std::vector<std::string>() : found->second;
          if (values.size() > part.columns.size()) throw std::runtime_error(row.id + " has too many figures");
          values.resize(part.columns.size(), "0");
          printed[row.label] = joined(values);
        }
      }
    }
  }
  return printed;
}

bool has_words(const std::string& line) {
  return std::any_of(line.begin(), line.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
}

/// A line of a table of the base, with the facts' figures in it.
std::string filled(const std::string& line, const std::map<std::string, std::string>& printed) {
  if (!has_words(line)) return printed.at("").substr(1);
  std::size_t begin = 0;
  while (begin < line.size()) {
    const std::size_t end = std::min(line.find(" |", begin), line.size());
    const auto row = printed.find(line.substr(begin, end - begin));
    if (row != printed.end() && end < line.size()) return line.substr(0, end) + " |" + row->second;
    begin = line.find_first_not_of(" |", end);
  }
  return line;
}

class Writer {
 public:
  Writer(const GivenFacts& facts, const Passages& passages)
      : facts_(facts), passages_(passages), printed_(printed_rows(facts)) {
    const std::vector<std::string> base =
        lines_of(read_file(source_path("tests/support/rule_base_" + form_of(facts.year) + ".txt")));
    const std::string year = std::to_string(facts.year) + "年";
    put_instead("title", facts.agency + year + "政府信息公开工作年度报告");
    put_instead("0", "根据《中华人民共和国政府信息公开条例》第五十条，编制本报告。本报告所列数据的统计期限为" + year +
                         "1月1日至" + year + "12月31日。");
    // Behind title and preface, before signature and date.
    for (std::size_t i = 2; i + 2 < base.size(); ++i) put_line(base[i]);
    finish_section();
    put_instead("signature", facts.agency);
    put_instead("date", std::to_string(facts.year + 1) + "年1月15日");
    if (used_ != passages.size()) throw std::runtime_error("a passage for a place that there is not");
  }

  [[nodiscard]] std::string text() const { return text_; }

 private:
  void put(const std::string& line) { text_ += line + "\n"; }

  bool put_passage(const std::string& place) {
    const auto found = passages_.find(place);
    if (found == passages_.end()) return false;
    ++used_;
    for (const std::string& line : found->second) put(line);
    return true;
  }

  void put_instead(const std::string& place, const std::string& usual) {
    if (!put_passage(place)) put(usual);
  }

  void finish_section() {
    if (section_ >= 2 && section_ <= 4) put_passage(std::to_string(section_) + "+");
  }

  void put_line(const std::string& line) {
    static const std::array<std::string, 6> numbers = {"一、", "二、", "三、", "四、", "五、", "六、"};
    const bool tabular = line.find('|') != std::string::npos;
    if (!tabular && section_ < 6 && line.starts_with(numbers[section_])) {
      finish_section();
      ++section_;
      part_ = 0;
      put(line);
      if (section_ >= 2 && section_ <= 4) put_passage(std::to_string(section_));
    } else if (tabular) {
      if (!is_left_out()) put(filled(line, printed_));
    } else {
      put_prose(line);
    }
  }

  [[nodiscard]] bool is_left_out() const {
    static const std::array<std::string, 3> tables = {"disclosure", "requests", "proceedings"};
    const std::string& table = tables.at(section_ - 2);
    return std::find(facts_.without.begin(), facts_.without.end(), table) != facts_.without.end();
  }

  /// The base's own prose, but for what states figures.
  void put_prose(const std::string& line) {
    if (section_ == 1) {
      ++part_;
      if (part_ == 1) {
        put("（一）主动公开。办事指南、政策文件和工作动态都在政府网站公开。");
      } else if (part_ == 2) {
        put("（二）依申请公开。申请的登记、办理和答复都由专人负责。");
      } else if (part_ == 5) {
        put("（五）监督保障。工作人员都参加了业务培训，没有发生责任追究情形。");
      } else {
        put(line);
      }
      put_passage("1." + std::to_string(part_));
    } else if (section_ == 6) {
      put_instead("6", "没有发出信息处理费收费通知，没有收取信息处理费，没有其他需要报告的事项。");
    } else {
      put_instead(std::to_string(section_), line);
    }
  }

  const GivenFacts& facts_;
  const Passages& passages_;
  std::map<std::string, std::string> printed_;
  std::string text_;
  std::size_t section_ = 0;
  std::size_t part_ = 0;  // of section one
  std::size_t used_ = 0;
};

}  // namespace

GivenFacts read_facts(std::string_view line) {
  std::istringstream words{std::string(line)};
  GivenFacts facts;
  if (!(words >> facts.year >> facts.agency)) throw std::runtime_error("facts open with a year and a body");
  std::string word;
  while (words >> word) read_word(facts, word);
  return facts;
}

GivenFacts with_facts(GivenFacts facts, std::string_view line) {
  std::istringstream words{std::string(line)};
  std::string word;
  while (words >> word) read_word(facts, word);
  return facts;
}

std::string report_of(const GivenFacts& facts, const Passages& passages) { return Writer(facts, passages).text(); }

}  // namespace gouji::test
