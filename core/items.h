#pragma once

#include <cstdint>
#include <vector>

#include "prose.h"
#include "span.h"

namespace gouji {

/// What stands in front of an item of a list.
struct ItemMark {
  enum class Style : std::uint8_t {
    section,           ///< 一、
    bracketed,         ///< (一)
    arabic,            ///< 1. 1、
    arabic_bracketed,  ///< (1)
    is,                ///< 一是
    must,              ///< 一要
    ordinal,           ///< 第一,
  };
  Style style = Style::is;
  std::uint32_t number = 0;
  ProseSpan span;               ///< the mark with its sign
  std::uint32_t paragraph = 0;  ///< index into Prose::paragraphs
  bool head = false;            ///< of a paragraph, with a few words of its own: 三是政府信息管理。
};

/// Whether the mark is words of a sentence: 一是, 一要, 第一.
[[nodiscard]] bool is_worded(ItemMark::Style style);

/// All marks of the prose, in order: at the beginning of a paragraph or behind a sign that ends a clause or a sentence.
/// Labels of the tables are numbered alike; where one stands among the prose it is left out.
[[nodiscard]] std::vector<ItemMark> find_items(const Prose& prose);

/// A list of items: marks of one style in printed order, up to where it starts over or the text goes back to a list that it
/// is part of. That may be of the same style: 一是 … 二是 inside a paragraph that 三是 is the head of.
struct ItemList {
  std::vector<ItemMark> marks;  ///< never empty
  /// Whether an item holds a list of its own.
  bool has_parts = false;
};

/// The lists that the marks make, each section for itself; in the order of their ends.
[[nodiscard]] std::vector<ItemList> find_lists(const Prose& prose, const std::vector<ItemMark>& marks);

}  // namespace gouji
