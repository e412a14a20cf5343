#pragma once

#include "numbers.h"

/// The decisions that lead to a byte. Each kind of byte has a binary tree with the bytes as leaves, in their order, and the
/// frequent ones near the root, so that most bytes take fewer than eight decisions. The packer makes the trees.
enum TreeOf : u32 { letters, letters_inside, opcodes, locals, aligns, operands, operands_inside, tree_count };

class Tree {
 public:
  static constexpr u32 leaf = 256;  ///< and the byte
  u8 depths[256];                   ///< of each byte; 0 for those that do not occur

  void make() {
    byte_ = nodes_ = 0;
    grow(0);
  }
  /// The bytes from this one on are behind a one.
  u32 first_of_ones(u32 node) const { return first_[node]; }
  u32 next(u32 node, u32 bit) const { return next_[node][bit]; }

 private:
  u32 grow(u32 depth) {
    while (byte_ < 255 && depths[byte_] == 0) ++byte_;
    if (depths[byte_] <= depth) return leaf | byte_++;
    const u32 node = nodes_++;
    next_[node][0] = u16(grow(depth + 1));
    while (byte_ < 255 && depths[byte_] == 0) ++byte_;
    first_[node] = u8(byte_);
    next_[node][1] = u16(grow(depth + 1));
    return node;
  }

  u32 byte_, nodes_;
  u16 next_[255][2];
  u8 first_[255];
};

Tree trees[tree_count];
