// The list of damages: on which layouts each is met, what it does, whether it loses figures.

#include "damage.h"

#include <set>

#include "report.h"

namespace gouji::test {
namespace {

using ChangeGrid = void (*)(Grid&, Random&);
using WriteGrid = void (*)(const Grid&, Layout, Random&, Writer&);

struct Known {
  Damage damage;
  std::string_view name;
  std::vector<Layout> bases;
  ChangeGrid change = nullptr;
  WriteGrid write = nullptr;
  bool loses = false;
};

const std::vector<Known>& known() {
  using enum Layout;
  static const std::vector<Layout> rows{tabs, row_lines_fillers, row_lines_pipe, spaces, markdown, csv};
  static const std::vector<Layout> rectangles{tabs_rectangle, markdown, csv};
  static const std::vector<Known> list = {
      {Damage::halves_around_figures, "halves-around-figures", {spaces}, nullptr, write_halves_around},
      {Damage::label_character_a_line, "label-character-a-line", {spaces}, nullptr, write_character_lines},
      {Damage::page_marks_inside, "page-marks-inside", {spaces, tabs, row_lines_pipe}, nullptr, write_with_page_marks},
      {Damage::extra_rows, "extra-rows", rows, add_rows},
      {Damage::extra_text_column, "extra-text-column", rectangles, add_text_column},
      {Damage::extra_figure_column, "extra-figure-column", rectangles, add_figure_column},
      {Damage::extra_serial_column, "extra-serial-column", rectangles, add_serial_column},
      {Damage::missing_row, "missing-row", rows, remove_row, nullptr, true},
      {Damage::duplicated_row, "duplicated-row", rows, repeat_row},
      {Damage::headers_lost, "headers-lost", {tabs, row_lines_pipe, spaces}, remove_heads},
      {Damage::headers_shredded, "headers-shredded", {spaces, row_lines_pipe}, nullptr, write_shredded_heads},
      {Damage::cells_merged, "cells-merged", {row_lines_pipe, tabs}, nullptr, write_merged_cells},
      {Damage::fragments, "fragments", rows, nullptr, write_with_repeated_heads},
      {Damage::prose_around, "prose-around", rows},
      {Damage::notes_under, "notes-under", rows},
      {Damage::radicals, "radicals", rows},
      {Damage::traditional, "traditional", rows},
      {Damage::all_on_one_line, "all-on-one-line", {spaces, row_lines_pipe}},
      {Damage::two_reports, "two-reports", rows},
      {Damage::annotated_cells, "annotated-cells", {tabs, row_lines_fillers, row_lines_pipe, markdown}, annotate_cells},
      {Damage::labels_misspelt, "labels-misspelt", rows, misspell_labels},
      {Damage::labels_truncated, "labels-truncated", rows, truncate_labels},
      {Damage::labels_spaced_out, "labels-spaced-out", rows, space_out_labels},
      {Damage::labels_renumbered, "labels-renumbered", rows, renumber_labels},
      {Damage::labels_split_over_cells, "labels-split-over-cells", {tabs, row_lines_pipe}, split_labels},
      {Damage::repeated_lines_removed, "repeated-lines-removed", {cell_lines}, nullptr, nullptr, true},
  };
  return list;
}

const Known& entry(Damage damage) { return known()[static_cast<std::size_t>(damage)]; }

std::string count(const Figures& figures, const std::string& key) {
  auto found = figures.cells.find(key);
  bool plain = found != figures.cells.end() && is_ascii_digits(found->second);
  return plain ? found->second + "件" : "若干件";
}

void write_prose_before(const std::string& table, const Figures& figures, Writer& writer) {
  std::string year = std::to_string(figures.year);
  if (table == "disclosure")
    writer.line("该部分以表格形式报告，统计口径为" + year + "年1月1日至12月31日，共3个科室报送数据。");
  if (table == "requests")
    writer.line(year + "年，新收政府信息公开申请" + count(figures, "requests/new_received/total") +
                "，办理情况如下表：");
  if (table == "proceedings")
    writer.line("因政府信息公开引发行政复议" + count(figures, "proceedings/review/total") + "，详见下表。");
}

void write_prose_after(const std::string& table, Writer& writer) {
  if (table == "disclosure") writer.line("以上数据由5个科室报送，经2次核对后汇总。");
  if (table == "requests") writer.line("上表由办公室与3个业务科室共同核对，核对工作用时2个工作日。");
  if (table == "proceedings") writer.line("全年参加行政应诉培训2次、24人次。");
}

void write_notes(const std::string& table, const Figures& figures, Writer& writer) {
  if (table == "disclosure") writer.line("注：1.规章由市级以上人民政府填报。2.行政处罚数量含简易程序案件。");
  if (table == "requests") writer.line("注：表中数据截至" + std::to_string(figures.year) + "年12月31日，单位为件。");
  if (table == "proceedings")
    writer.line("注：1.行政复议、行政诉讼数量含上年度结转数量。2.结果以年底前收到的文书为准。");
}

}  // namespace

std::span<const Damage> all_damages() {
  static const std::vector<Damage> list = [] {
    std::vector<Damage> result;
    for (const Known& one : known()) result.push_back(one.damage);
    return result;
  }();
  return list;
}

std::string_view name(Damage damage) { return entry(damage).name; }

bool loses_information(Damage damage) { return entry(damage).loses; }

Printed print_damaged(const Figures& figures, Damage damage, const Dressing& dressing) {
  const Known& one = entry(damage);
  Random random(dressing.seed, 5);
  Layout base = random.pick(one.bases);

  Style style{dressing.half_width_punctuation, dressing.crlf, damage == Damage::all_on_one_line, nullptr};
  if (damage == Damage::radicals) style.characters = &radicals();
  if (damage == Damage::traditional) style.characters = &traditional();
  Writer writer(style);

  Hooks hooks;
  std::vector<std::string> seen;
  if (one.change != nullptr) hooks.change_grid = one.change;
  if (one.write != nullptr)
    hooks.write_grid = [&](const Grid& grid, Random& r, Writer& w) { one.write(grid, base, r, w); };
  if (damage == Damage::repeated_lines_removed)
    hooks.write_grid = [&](const Grid& grid, Random&, Writer& w) { write_without_repeats(grid, seen, w); };
  if (damage == Damage::prose_around) {
    hooks.before_table = [&](const std::string& table, Random&, Writer& w) { write_prose_before(table, figures, w); };
    hooks.after_table = [&](const std::string& table, Random&, Writer& w) { write_prose_after(table, w); };
  }
  if (damage == Damage::notes_under)
    hooks.after_table = [&](const std::string& table, Random&, Writer& w) { write_notes(table, figures, w); };

  write_report(figures, base, Zero::digit, dressing, hooks, writer);
  if (damage == Damage::two_reports) {
    writer.start_second_report();
    Dressing other = dressing;
    other.seed += 1000;
    write_report(consistent_figures(figures.form, other.seed, Magnitude::office), base, Zero::digit, other, {}, writer);
  }

  Printed printed = writer.take();
  std::set<std::string> there;
  for (const Printed::Place& place : printed.places) there.insert(place.cell);
  for (const auto& [cell, value] : figures.cells)
    if (there.count(cell) == 0) printed.missing.push_back(cell);
  return printed;
}

}  // namespace gouji::test
