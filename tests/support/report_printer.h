#pragma once

// Prints whole, fictional annual reports in the shapes in which reports are pasted, and says where each figure of the
// forms then stands. An oracle for the tests: it shares no code with the checker, only the forms as data.

#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace gouji::test {

/// What one report states in its tables. Keys are "table/row/column" in the ids of the form; values are as a clerk
/// would type them in plain ASCII ("24", "-8", "+19", "0.37"); "" is a blank cell.
struct Figures {
  std::string form;
  int year = 0;
  std::map<std::string, std::string> cells;
};

/// `tiny`: every count has one digit. `office`: up to some thousands. `city`: up to seven digits.
enum class Magnitude { tiny, office, city };

/// Random figures that satisfy every identity of the form. The same arguments give the same figures on every compiler.
[[nodiscard]] Figures consistent_figures(std::string_view form, std::uint64_t seed, Magnitude size);

/// The shapes of a table in a paste.
enum class Layout {
  cell_lines,                  // one cell a line; a blank cell is an empty line
  cell_lines_blank_between,    // one cell a line, an empty line between; a blank cell is a line with a no-break space
  cell_lines_indented,         // the same with leading spaces and labels broken over two lines
  cell_lines_blank_collapsed,  // "x", empty line; a blank cell leaves only one more empty line
  cell_lines_trailing_pipe,    // "x |" a line; fillers "|||" behind the last cell of a short row
  rows_opened_by_pipe,         // a lone "|" opens each row, then "x |" a line
  pipe_on_own_line,            // "x", "|", "x", "|"
  pipe_on_own_line_fillers,    // the same with "||||" behind short rows
  row_lines_fillers,           // "a | b | c | ||"
  row_lines_ragged_fillers,    // the same with any number of fillers
  row_lines_pipe,              // "a | b | c |"
  row_lines_between_pipes,     // "| a | b | c | ||"
  row_lines_span_empty,        // "| | b | c |": cells covered by a row span are empty at the left; heads over two rows
  spaces,                      // "a b c"
  spaces_radicals,             // the same, with the CJK radicals that PDF fonts produce
  padded_columns,              // columns aligned by display width, a CJK character counting two
  flip_book,                   // page marks inside the tables, vertical heads in shreds
  pdf_text,                    // labels wrapped, group labels one character a line, page marks
  fused,                       // no separator at all
  markdown,                    // "| a | b |" with a delimiter row; covered cells are empty
  markdown_fragments,          // cut at every wrapped label; labels and figures apart
  tabs,                        // as browsers copy a table: cells covered by a row span are absent
  tabs_rectangle,              // every row has all columns; covered cells are empty
  browser_chromium,            // a paragraph in a cell gives "\t\n0\n\n0" and swallows the tab behind it
  browser_firefox,             // a paragraph in a cell gives "\t\n\n0\n\t0"
  word_tabs,                   // tabs, labels broken inside the cell
  csv,                         // comma separated, labels in quotes
  one_line,                    // the whole table on one line, spaces between
};
[[nodiscard]] std::span<const Layout> all_layouts();
[[nodiscard]] std::string_view name(Layout layout);
/// False where a blank cell leaves no trace.
[[nodiscard]] bool marks_empty_cells(Layout layout);

/// How a cell that holds "0" is written.
enum class Zero { digit, full_width, blank, hyphen, em_dash, two_dashes, slash, none_word, not_applicable };
[[nodiscard]] std::span<const Zero> all_zeros();
[[nodiscard]] std::string_view name(Zero zero);

/// How a change of the 2019 form is written: "+19", "-8"; "增19", "减8"; "＋19", "－8".
enum class Signs { ascii, words, full_width };

/// Everything around and inside the tables that is not a figure.
struct Dressing {
  std::uint64_t seed = 0;  // wording, fictional names, which label variants, ragged details
  bool title = true;
  bool headings = true;    // the six section headings
  bool prose = true;       // preface, sections one, five and six, and figures told in words
  bool furniture = false;  // what a site puts before and after a report
  bool half_width_punctuation = false;
  bool label_variants = false;      // wordings of labels met in practice instead of the official ones
  bool truncated_heads = false;     // table four: 结果, 其他, 尚未 for 结果纠正, 其他结果, 尚未审结
  bool three_small_tables = false;  // table four as three tables of five figures
  bool thousands_separators = false;
  bool full_width_digits = false;
  Signs signs = Signs::ascii;
  bool crlf = false;
  std::string agency;  // empty: one of the fictional ones that fits the figures
};

struct Printed {
  /// Where a cell's figure stands: bytes [begin, end) of `text`, which hold `text`. A figure's unit is not part of it.
  struct Place {
    std::string cell;
    std::size_t begin = 0;
    std::size_t end = 0;
    std::string text;
    bool blank = false;  // nothing is printed; begin == end is where it would stand
    bool lost = false;   // this shape no longer tells which figure the cell has: leaving it unread is right
  };
  std::string text;
  std::vector<Place> places;         // each cell once, in printed order
  std::vector<Place> also;           // where a cell's figure stands a second time (a repeated row, a second report)
  std::vector<std::string> missing;  // cells whose row is not printed at all
};

[[nodiscard]] Printed print(const Figures& figures, Layout layout, Zero zero, const Dressing& dressing);

/// Ways in which tables arrive damaged.
enum class Damage {
  halves_around_figures,    // the figures stand between the two halves of their label
  label_character_a_line,   // row labels one character a line
  page_marks_inside,        // page marks and page numbers between the rows
  extra_rows,               // rows that the form does not have
  extra_text_column,        // a column of remarks
  extra_figure_column,      // a column of last year's figures behind the total
  extra_serial_column,      // 序号: numbers before the labels
  missing_row,              // one row of table three left out
  duplicated_row,           // one row of table three twice
  headers_lost,             // no head rows
  headers_shredded,         // head rows cut into single characters
  cells_merged,             // "19 0 40" in one cell
  fragments,                // cut into pieces, the head rows repeated
  prose_around,             // sentences with figures between heading and table, and after the table
  notes_under,              // notes with figures directly under the tables
  radicals,                 // characters of both blocks of CJK radicals
  traditional,              // traditional characters
  all_on_one_line,          // the whole report on one line
  two_reports,              // a second report follows, with its own figures
  annotated_cells,          // "22（其中修订16件）"
  labels_misspelt,          // one character wrong
  labels_truncated,         // the end lost
  labels_spaced_out,        // a space between all characters
  labels_renumbered,        // （1） for 1.
  labels_split_over_cells,  // the two halves in two cells
  repeated_lines_removed,   // an extractor dropped every line that had stood before
};
[[nodiscard]] std::span<const Damage> all_damages();
[[nodiscard]] std::string_view name(Damage damage);
/// True where the shape no longer tells some of the figures; `Printed::Place::lost` says which.
[[nodiscard]] bool loses_information(Damage damage);

[[nodiscard]] Printed print_damaged(const Figures& figures, Damage damage, const Dressing& dressing);

}  // namespace gouji::test
