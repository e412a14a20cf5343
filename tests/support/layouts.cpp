// The list of layouts and zeros, and which family writes which.

#include <array>

#include "grid.h"

namespace gouji::test {
namespace {

struct Known {
  Layout layout;
  std::string_view name;
  bool marks_empty;
  void (*write)(const Grid&, Layout, Random&, Writer&);
};

void page(const Grid& grid, Layout layout, Random&, Writer& writer) { write_page(grid, layout, writer); }
void pieces(const Grid& grid, Layout, Random&, Writer& writer) { write_fragments(grid, writer); }

constexpr std::array known{
    Known{Layout::cell_lines, "cell-lines", true, write_cell_lines},
    Known{Layout::cell_lines_blank_between, "cell-lines-blank-between", true, write_cell_lines},
    Known{Layout::cell_lines_indented, "cell-lines-indented", true, write_cell_lines},
    Known{Layout::cell_lines_blank_collapsed, "cell-lines-blank-collapsed", true, write_cell_lines},
    Known{Layout::cell_lines_trailing_pipe, "cell-lines-trailing-pipe", true, write_cell_lines},
    Known{Layout::rows_opened_by_pipe, "rows-opened-by-pipe", true, write_cell_lines},
    Known{Layout::pipe_on_own_line, "pipe-on-own-line", true, write_cell_lines},
    Known{Layout::pipe_on_own_line_fillers, "pipe-on-own-line-fillers", true, write_cell_lines},
    Known{Layout::row_lines_fillers, "row-lines-fillers", true, write_row_lines},
    Known{Layout::row_lines_ragged_fillers, "row-lines-ragged-fillers", true, write_row_lines},
    Known{Layout::row_lines_pipe, "row-lines-pipe", true, write_row_lines},
    Known{Layout::row_lines_between_pipes, "row-lines-between-pipes", true, write_row_lines},
    Known{Layout::row_lines_span_empty, "row-lines-span-empty", true, write_row_lines},
    Known{Layout::spaces, "spaces", false, write_row_lines},
    Known{Layout::spaces_radicals, "spaces-radicals", false, write_row_lines},
    Known{Layout::padded_columns, "padded-columns", true, write_rectangle},
    Known{Layout::flip_book, "flip-book", false, page},
    Known{Layout::pdf_text, "pdf-text", false, page},
    Known{Layout::fused, "fused", false, write_row_lines},
    Known{Layout::markdown, "markdown", true, write_rectangle},
    Known{Layout::markdown_fragments, "markdown-fragments", true, pieces},
    Known{Layout::tabs, "tabs", true, write_row_lines},
    Known{Layout::tabs_rectangle, "tabs-rectangle", true, write_rectangle},
    Known{Layout::browser_chromium, "browser-chromium", true, write_copied},
    Known{Layout::browser_firefox, "browser-firefox", true, write_copied},
    Known{Layout::word_tabs, "word-tabs", true, write_copied},
    Known{Layout::csv, "csv", true, write_rectangle},
    Known{Layout::one_line, "one-line", false, write_row_lines},
};

constexpr std::array zero_names{
    std::pair{Zero::digit, std::string_view("0")},
    std::pair{Zero::full_width, std::string_view("０")},
    std::pair{Zero::blank, std::string_view("blank")},
    std::pair{Zero::hyphen, std::string_view("-")},
    std::pair{Zero::em_dash, std::string_view("—")},
    std::pair{Zero::two_dashes, std::string_view("——")},
    std::pair{Zero::slash, std::string_view("/")},
    std::pair{Zero::none_word, std::string_view("无")},
    std::pair{Zero::not_applicable, std::string_view("不适用")},
};

template <typename T, typename Entries, typename Get>
auto listed(const Entries& entries, Get get) {
  std::array<T, std::tuple_size_v<Entries>> result{};
  for (std::size_t i = 0; i < entries.size(); ++i) result[i] = get(entries[i]);
  return result;
}

const Known& entry(Layout layout) { return known[static_cast<std::size_t>(layout)]; }

}  // namespace

std::span<const Layout> all_layouts() {
  static const auto list = listed<Layout>(known, [](const Known& one) { return one.layout; });
  return list;
}

std::string_view name(Layout layout) { return entry(layout).name; }

bool marks_empty_cells(Layout layout) { return entry(layout).marks_empty; }

std::span<const Zero> all_zeros() {
  static const auto list = listed<Zero>(zero_names, [](const auto& one) { return one.first; });
  return list;
}

std::string_view name(Zero zero) { return zero_names[static_cast<std::size_t>(zero)].second; }

void write_grid(const Grid& grid, Layout layout, Random& random, Writer& writer) {
  entry(layout).write(grid, layout, random, writer);
}

}  // namespace gouji::test
