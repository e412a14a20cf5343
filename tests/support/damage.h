#pragma once

// The pieces of which print_damaged is made: changes of a grid before it is written, and ways to write it.

#include "grid.h"

namespace gouji::test {

void add_rows(Grid& grid, Random& random);
void add_text_column(Grid& grid, Random& random);
void add_figure_column(Grid& grid, Random& random);
void add_serial_column(Grid& grid, Random& random);
void remove_row(Grid& grid, Random& random);
void repeat_row(Grid& grid, Random& random);
void remove_heads(Grid& grid, Random& random);
void annotate_cells(Grid& grid, Random& random);
void misspell_labels(Grid& grid, Random& random);
void truncate_labels(Grid& grid, Random& random);
void space_out_labels(Grid& grid, Random& random);
void renumber_labels(Grid& grid, Random& random);
void split_labels(Grid& grid, Random& random);

void write_halves_around(const Grid& grid, Layout base, Random& random, Writer& writer);
void write_character_lines(const Grid& grid, Layout base, Random& random, Writer& writer);
void write_with_page_marks(const Grid& grid, Layout base, Random& random, Writer& writer);
void write_shredded_heads(const Grid& grid, Layout base, Random& random, Writer& writer);
void write_merged_cells(const Grid& grid, Layout base, Random& random, Writer& writer);
void write_with_repeated_heads(const Grid& grid, Layout base, Random& random, Writer& writer);
/// `seen` holds the lines that have been printed.
void write_without_repeats(const Grid& grid, std::vector<std::string>& seen, Writer& writer);

}  // namespace gouji::test
