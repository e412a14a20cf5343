#include "support/rule_page.h"

#include <algorithm>
#include <cctype>
#include <map>
#include <sstream>
#include <stdexcept>

#include "support/files.h"

namespace gouji::test {
namespace {

using Lines = std::vector<std::string>;

/// "a | b |" → "a", "b".
Lines cells_of(std::string_view line) {
  Lines cells;
  while (!line.empty()) {
    const std::size_t end = std::min(line.find('|'), line.size());
    std::string_view cell = line.substr(0, end);
    while (cell.starts_with(' ')) cell.remove_prefix(1);
    while (cell.ends_with(' ')) cell.remove_suffix(1);
    cells.emplace_back(cell);
    line.remove_prefix(std::min(end + 1, line.size()));
  }
  return cells;
}

bool is_section_heading(const std::string& line, const Lines& base) {
  static const Lines numbers = {"一、", "二、", "三、", "四、", "五、", "六、"};
  const bool numbered =
      std::any_of(numbers.begin(), numbers.end(), [&](const std::string& number) { return line.starts_with(number); });
  return numbered && line.find('|') == std::string::npos && std::find(base.begin(), base.end(), line) != base.end();
}

/// A row of figures and marks alone, as that of table four.
bool has_no_words(const std::string& line) {
  return !line.empty() && line.find('|') != std::string::npos &&
         std::none_of(line.begin(), line.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
}

/// The one line of the base that a line of an example stands for.
std::size_t find_line(const Lines& base, const std::string& line) {
  const Lines wanted = cells_of(line);
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < base.size(); ++i) {
    const Lines cells = cells_of(base[i]);
    const bool same = has_no_words(line) ? has_no_words(base[i])
                                         : std::find(cells.begin(), cells.end(), wanted.front()) != cells.end();
    if (same) found.push_back(i);
  }
  if (found.size() != 1) {
    throw std::runtime_error(std::to_string(found.size()) + " lines of the base have the cell “" + wanted.front() +
                             "”");
  }
  return found.front();
}

void replace_section(Lines& base, const Lines& section) {
  const auto begin = std::find(base.begin(), base.end(), section.front());
  auto end = begin + 1;
  while (end != base.end() && !is_section_heading(*end, base)) ++end;
  const auto at = base.erase(begin, end);
  base.insert(at, section.begin(), section.end());
}

/// （二）依申请公开。…: the line of the base that begins with the same number, if the line is a sentence and no row.
bool replace_paragraph(Lines& base, const std::string& line) {
  const std::size_t close = line.find("）");
  if (!line.starts_with("（") || close == std::string::npos || line.find('|') != std::string::npos) return false;
  const std::string number = line.substr(0, close + std::string("）").size());
  for (std::string& old : base) {
    if (!old.starts_with(number) || old.find('|') != std::string::npos) continue;
    old = line;
    return true;
  }
  return false;
}

void replace_line(Lines& base, const std::string& line) {
  if (replace_paragraph(base, line)) return;
  const bool removed = line.starts_with("- ");
  const std::string row = removed ? line.substr(2) : line;
  const std::size_t at = find_line(base, row);
  if (removed) {
    base.erase(base.begin() + static_cast<std::ptrdiff_t>(at));
    return;
  }
  const std::string& old = base[at];
  const std::size_t begin = has_no_words(row) ? 0 : old.find(cells_of(row).front());
  base[at] = old.substr(0, begin) + row;
}

void replace_all(std::string& text, const std::string& from, const std::string& to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
}

/// The base report, on another year where one is asked for.
Lines read_base(const std::string& form, const std::string& year) {
  static const std::map<std::string, int> years = {{"2019", 2020}, {"2021", 2023}};
  const auto own_year = years.find(form);
  if (own_year == years.end()) throw std::runtime_error("no base " + form);
  std::string text = read_file(source_path("tests/support/rule_base_" + form + ".txt"));
  if (!year.empty()) {
    // The year and the one in which it is published; by way of marks, as the one may be the other's new value.
    const int wanted = std::stoi(year);
    replace_all(text, std::to_string(own_year->second), "\x01");
    replace_all(text, std::to_string(own_year->second + 1), "\x02");
    replace_all(text, "\x01", std::to_string(wanted));
    replace_all(text, "\x02", std::to_string(wanted + 1));
  }
  return lines_of(text);
}

/// "2023年1月1日 ⇒ 2022年1月1日": other words, wherever the base has these; ⏎ is a line break.
bool is_replacement(const std::string& line) { return line.find(" ⇒") != std::string::npos; }

void replace_words(std::string& text, const std::string& line) {
  const std::string arrow = " ⇒";
  const std::size_t at = line.find(arrow);
  std::string from = line.substr(0, at);
  std::string to = line.substr(std::min(at + arrow.size() + 1, line.size()));
  replace_all(from, "⏎", "\n");
  replace_all(to, "⏎", "\n");
  if (text.find(from) == std::string::npos) throw std::runtime_error("the base has no “" + from + "”");
  replace_all(text, from, to);
}

/// The base with the lines of the example in it.
std::string compose(Lines base, const Lines& lines) {
  for (std::size_t i = 0; i < lines.size();) {
    if (is_replacement(lines[i])) {
      ++i;
      continue;
    }
    if (!is_section_heading(lines[i], base)) {
      replace_line(base, lines[i++]);
      continue;
    }
    const std::size_t begin = i++;
    while (i < lines.size() && !is_section_heading(lines[i], base)) ++i;
    replace_section(
        base, {lines.begin() + static_cast<std::ptrdiff_t>(begin), lines.begin() + static_cast<std::ptrdiff_t>(i)});
  }
  std::string text;
  for (const std::string& line : base) text += line + "\n";
  for (const std::string& line : lines) {
    if (is_replacement(line)) replace_words(text, line);
  }
  return text;
}

/// \xFF → the byte.
std::string with_bytes(const std::string& text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text.compare(i, 2, "\\x") == 0 && i + 3 < text.size() &&
        std::isxdigit(static_cast<unsigned char>(text[i + 2])) != 0 &&
        std::isxdigit(static_cast<unsigned char>(text[i + 3])) != 0) {
      out.push_back(static_cast<char>(std::stoi(text.substr(i + 2, 2), nullptr, 16)));
      i += 3;
    } else {
      out.push_back(text[i]);
    }
  }
  return out;
}

/// "```report base=2021 year=2022" and the lines under it.
std::string paste_of(const std::string& fence, const Lines& lines) {
  std::istringstream words(fence);
  std::map<std::string, std::string> options;
  std::string word;
  words >> word;
  while (words >> word) {
    const std::size_t sign = word.find('=');
    const std::string key = word.substr(0, sign);
    if (sign == std::string::npos || (key != "base" && key != "year")) {
      throw std::runtime_error("unknown option “" + word + "”");
    }
    options[key] = word.substr(sign + 1);
  }
  if (options.contains("base")) return with_bytes(compose(read_base(options["base"], options["year"]), lines));
  std::string text;
  for (const std::string& line : lines) text += line + "\n";
  return with_bytes(text);
}

class PageReader {
 public:
  explicit PageReader(const std::string& path) : lines_(lines_of(read_file(source_path(path)))) { page_.path = path; }

  RulePage read() {
    try {
      while (at_ < lines_.size()) read_block();
    } catch (const std::exception& fault) {
      throw std::runtime_error(page_.path + ":" + std::to_string(line_) + ": " + fault.what());
    }
    return std::move(page_);
  }

 private:
  void read_block() {
    const std::string& line = lines_[at_];
    line_ = ++at_;
    if (line.empty()) return;
    if (line.starts_with("```")) {
      read_fence(line);
    } else if (line.starts_with("# ")) {
      if (!page_.title.empty()) throw std::runtime_error("a second title");
      page_.title = line.substr(2);
    } else if (line.starts_with("## ")) {
      page_.sections.push_back({line.substr(3), {}});
    } else {
      if (page_.sections.empty()) throw std::runtime_error("words before the first heading");
      std::string text = line;
      while (at_ < lines_.size() && !lines_[at_].empty() && !lines_[at_].starts_with("```"))
        text += "\n" + lines_[at_++];
      page_.sections.back().paragraphs.push_back({line_, std::move(text)});
    }
  }

  void read_fence(const std::string& fence) {
    Lines inside;
    while (at_ < lines_.size() && lines_[at_] != "```") inside.push_back(lines_[at_++]);
    if (at_++ == lines_.size()) throw std::runtime_error("the fence is not closed");
    if (fence == "```report" || fence.starts_with("```report ")) {
      page_.examples.push_back({line_, paste_of(fence, inside), {}});
      awaits_findings_ = true;
    } else if (fence == "```findings") {
      if (!awaits_findings_) throw std::runtime_error("findings without a report before them");
      page_.examples.back().findings = std::move(inside);
      awaits_findings_ = false;
    } else {
      throw std::runtime_error("a fence is ```report or ```findings");
    }
  }

  RulePage page_;
  Lines lines_;
  std::size_t at_ = 0;
  std::size_t line_ = 0;  // of the block being read, from 1
  bool awaits_findings_ = false;
};

}  // namespace

RulePage read_rule_page(const std::string& path) { return PageReader(path).read(); }

}  // namespace gouji::test
