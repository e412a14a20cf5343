#include "stages.h"

#include <array>

#include "said.h"

namespace gouji {
namespace {

std::string_view name_of(LineKind kind) {
  switch (kind) {
    case LineKind::empty:
      return "empty";
    case LineKind::furniture:
      return "furniture";
    case LineKind::title:
      return "title";
    case LineKind::heading:
      return "heading";
    case LineKind::prose:
      return "prose";
    case LineKind::rule:
      return "rule";
    case LineKind::page_mark:
      return "page-mark";
    case LineKind::tabular:
      return "tabular";
  }
  return "";
}

std::string offsets(const Text& text, Span span) {
  const PasteSpan in_paste = text.in_paste(span);
  return std::to_string(in_paste.start) + "-" + std::to_string(in_paste.end);
}

std::string blocks_to_text(const Document& document) {
  std::string out;
  for (const Line& line : document.layout.lines) {
    if (line.kind == LineKind::empty) continue;
    out += std::string(name_of(line.kind)) + "\t" + offsets(document.text, line.span) + "\t" +
           std::string(document.text.at(line.span)) + "\n";
  }
  return out;
}

std::string grids_to_text(const Document& document) {
  std::string out;
  std::uint32_t line = 0xffffffff;
  for (const Piece& piece : document.grid.pieces) {
    if (piece.line != line && !out.empty()) out += "\n";
    line = piece.line;
    if (piece.after_break) out += "~";
    out += std::string(piece.empty_lines, '_');
    const std::string words(document.text.at(piece.span));
    switch (piece.kind) {
      case Piece::Kind::text:
        out += "[" + words + "]";
        break;
      case Piece::Kind::figure:
        out += "<" + words + ">";
        break;
      case Piece::Kind::blank:
        out += "<>";
        break;
    }
  }
  return out + (out.empty() ? "" : "\n");
}

std::string cells_to_text(const Document& document) {
  static constexpr std::array<std::string_view, 5> states = {"read", "missing", "too-few", "too-many", "two-readings"};
  std::string out;
  for (const TableReading& reading : document.tables) {
    const Table& table = reading.official();
    out += std::string(reading.form->id) + " " + std::string(table.id) + "\t" + offsets(document.text, reading.span) +
           "\n";
    for (std::size_t row = 0; row < reading.rows.size(); ++row) {
      out += "  " + std::string(table.rows[row].id);
      const RowReading& cells = reading.rows[row];
      if (cells.state != RowState::read) out += " " + std::string(states[static_cast<std::size_t>(cells.state)]);
      for (const Cell& cell : cells.cells) {
        out += cell.state == Cell::State::number      ? " " + to_string(cell.value)
               : cell.state == Cell::State::zero_mark ? " -"
               : cell.state == Cell::State::blank     ? " _"
                                                      : " ?";
      }
      out += "\n";
    }
  }
  return out;
}

std::string prose_to_text(const Document& document) {
  static constexpr std::array<std::string_view, 7> bounds = {"",       " rounded",  " over",   " near",
                                                             " about", " at-least", " at-most"};
  static constexpr std::array<std::string_view, 4> kinds = {"", "%", " points", " times"};
  const Prose& prose = document.prose;
  std::string out;
  for (const Prose::Sentence& sentence : prose.sentences()) {
    out += std::to_string(prose.section_of(sentence)) + "\t" + offsets(document.text, prose.in_folded(sentence.span)) +
           "\t" + std::string(prose.at(sentence.span)) + "\n";
    for (const Quantity& quantity : prose.quantities_in(sentence.span)) {
      out += "\t" + std::string(prose.at(quantity.whole)) + " = " + to_string(quantity.value) +
             std::string(kinds[static_cast<std::size_t>(quantity.kind)]) +
             std::string(bounds[static_cast<std::size_t>(quantity.bound)]);
      if (!quantity.is_exact()) out += " " + to_string(quantity.low) + ".." + to_string(quantity.high);
      out += "\n";
    }
  }
  return out;
}

std::string claims_to_text(const Document& document) {
  static constexpr std::array<std::string_view, 5> reasons = {"words", "year", "body", "change", "part"};
  const Prose& prose = document.prose;
  std::string out;
  std::uint32_t sentence = 0xffffffff;
  for (const Claim& claim : document.claims.claims) {
    if (claim.sentence != sentence) out += std::string(prose.at(prose.sentences()[claim.sentence].span)) + "\n";
    sentence = claim.sentence;
    out += "\t";
    for (std::size_t i = 0; i < claim.of.size(); ++i)
      out += (i > 0 ? " + " : "") + std::string(indicators()[claim.of[i]].id);
    if (claim.says == Claim::Says::all_done) out += "requests.all_done";
    if (claim.says == Claim::Says::none) out += " none";
    if (claim.says == Claim::Says::figure) {
      out += compare(claim.low, claim.high) == 0 ? " " + to_string(claim.value)
                                                 : " " + to_string(claim.low) + ".." + to_string(claim.high);
    }
    if (claim.soft) out += " soft";
    out +=
        "\t" + offsets(document.text, prose.in_folded(claim.span)) + "\t" + std::string(prose.at(claim.words)) + "\n";
  }
  for (const Unclaimed& figure : document.claims.unclaimed) {
    out += "not claimed\t" + offsets(document.text, prose.in_folded(figure.span)) + "\t" +
           std::string(prose.at(figure.span)) + "\t" + std::string(reasons[static_cast<std::size_t>(figure.why)]) +
           "\n";
  }
  return out;
}

}  // namespace

std::string stage_to_text(const Document& document, std::string_view stage) {
  if (stage == "blocks") return blocks_to_text(document);
  if (stage == "grids") return grids_to_text(document);
  if (stage == "cells") return cells_to_text(document);
  if (stage == "prose") return prose_to_text(document);
  if (stage == "claims") return claims_to_text(document);
  return {};
}

}  // namespace gouji
