#pragma once

#include "contexts.h"
#include "kinds.h"
#include "trees.h"

/// For each context seven states, those of the decisions that may follow in it, three in a row. What is behind them has slots
/// of its own.
struct Slot {
  u8 check, states[7];
};
constexpr u32 decisions_in_slot = 3;
constexpr u32 slot_count = 1 << 20;

enum Mode : u32 { in_text, in_data, in_code, modes };
constexpr u32 most_inputs = 16;
using Weights = float[most_inputs];
constexpr u32 shape_rows = kinds << 6;  ///< of weights in code; as many for text

struct Value {
  u32 opcode, instruction;
};
struct Block {
  u32 base, opcode, has_result;
};
struct Signature {
  u32 taken, given;
};
// Of larger modules the last ones overwrite the first.
constexpr u32 most_types = 1 << 10, most_functions = 1 << 14, most_values = 1 << 10, most_locals = 1 << 8;

constexpr u32 match_place_bits = 17;
constexpr u32 refinement_bits = 12, refinement_steps = 32;

/// All that is large. It stands behind the rest in memory, whose addresses are short then.
extern struct Tables {
  u32 definitions[most_locals];
  u16 match_chances[16 << 3][2];
  Signature signatures[most_types];
  Value values[most_values];
  Block blocks[most_values];
  u16 chances[modes][most_contexts][256];
  u32 type_of[most_functions];
  u16 followers[1 << 16];
  u32 match_places[1 << match_place_bits];
  float refinements[1 << refinement_bits][refinement_steps];
  struct {
    Weights of_place[shape_rows + (1 << 8)], of_byte[kinds << 8], of_shape[shape_rows + (modes << 8)],
        of_node[tree_count << 8];
  } weights;
  alignas(64) Slot slots[slot_count];
} tables;
