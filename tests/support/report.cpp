// The order of a report: furniture, title, preface, six sections, signature, furniture.

#include "report.h"

#include "prose.h"

namespace gouji::test {
namespace {

/// PDF text has the lines of the page, not of the paragraph.
void write_paragraphs(const std::vector<std::string>& paragraphs, Layout layout, Writer& writer) {
  bool page = layout == Layout::pdf_text || layout == Layout::flip_book || layout == Layout::markdown_fragments;
  for (const std::string& paragraph : paragraphs) {
    if (!page) {
      writer.line(paragraph);
      continue;
    }
    for (const std::string& line : wrapped(paragraph, 56)) writer.line(line);
  }
}

}  // namespace

void write_report(const Figures& figures, Layout layout, Zero zero, const Dressing& dressing, const Hooks& hooks,
                  Writer& writer) {
  const Form& official = form(figures.form);
  Prose prose(figures, dressing);
  Labels labels(dressing, figures.year);
  Random random(dressing.seed, 4);
  auto heading = [&](std::size_t number) {
    if (dressing.headings) writer.line(labels.section(number, official.sections.at(number - 1)));
  };

  if (dressing.furniture) write_paragraphs(prose.furniture_before(), layout, writer);
  if (dressing.title) writer.line(prose.title());
  if (dressing.prose) write_paragraphs(prose.preface(), layout, writer);
  heading(1);
  if (dressing.prose) write_paragraphs(prose.overview(), layout, writer);
  for (const Table& table : official.tables) {
    heading(static_cast<std::size_t>(table.section));
    const std::vector<std::string> words = prose.before_table(table.section);
    if (dressing.prose) write_paragraphs(words, layout, writer);
    if (hooks.before_table) hooks.before_table(table.id, random, writer);
    for (Grid& grid : grids_of(table, figures, zero, dressing, labels)) {
      if (hooks.change_grid) hooks.change_grid(grid, random);
      if (hooks.write_grid) {
        hooks.write_grid(grid, random, writer);
      } else {
        write_grid(grid, layout, random, writer);
      }
    }
    if (hooks.after_table) hooks.after_table(table.id, random, writer);
  }
  heading(5);
  if (dressing.prose) write_paragraphs(prose.problems(), layout, writer);
  heading(6);
  if (dressing.prose) write_paragraphs(prose.other_matters(), layout, writer);
  if (dressing.prose) write_paragraphs(prose.signature(), layout, writer);
  if (dressing.furniture) write_paragraphs(prose.furniture_after(), layout, writer);
}

}  // namespace gouji::test
