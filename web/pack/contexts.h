#pragma once

#include "features.h"

/// The contexts that bytes are predicted in, each a list of features. Where two lists begin alike, and_then spares to
/// hash the beginning twice. The same list is the same context in text and in data.

// clang-format off
constexpr u8 text_contexts[] = {
    begun, and_then,
    letter_1, and_then,
    letter_2, and_then,
    letter_3, and_then,
    letter_4, and_then,
    letter_5, letter_6, end,
    byte_before, word, end,
    shape, begun, end,
    bracket, byte_before, word, end,
    long_shape, letter_1, begun, end,
    bracket, begun, end,
};

constexpr u8 data_contexts[] = {
    begun, and_then,
    letter_1, and_then,
    letter_2, and_then,
    letter_3, and_then,
    letter_4, and_then,
    letter_5, letter_6, end,
    byte_before, word, end,
    shape, begun, end,
    string_size, data_place, end,
    zeros, end,
    letter_2, begun, end,
};

constexpr u8 code_contexts[] = {
    partial_instruction, instruction_1, and_then,
    instruction_2, end,
    partial_instruction, stack_opcode_1, stack_opcode_2, stack_height, end,
    partial_instruction, opcode_1, opcode_2, opcode_3, opcode_4, opcode_5, opcode_6, end,
    place, byte_before, end,
    partial_instruction, definition, opcode_1, end,
    place, constant_high, end,
    partial_instruction, function, stack_value_1, end,
    partial_instruction, block, opcode_1, end,
    partial_instruction, instruction_3, opcode_1, opcode_2, end,
    partial_instruction, follower, end,
    coarse_instruction, locals_used, end,
    partial_instruction, stack_value_2, end,
};
// clang-format on

constexpr u32 most_contexts = 15;
