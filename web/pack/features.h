#pragma once

#include "numbers.h"

/// What contexts are made of. The readers (text.h, code.h) keep it up to date.
// clang-format off
enum Feature : u8 {
  // Marks in the lists of contexts.h, no features.
  and_then,  ///< a context ends, and the next one begins with all that is in it
  end,       ///< a context ends

  byte_before,
  // Text, in letters of UTF-8.
  begun,  ///< the bytes of a letter that is not complete
  letter_1, letter_2, letter_3, letter_4, letter_5, letter_6,  ///< the last letters
  word,        ///< hash of the word so far
  shape,       ///< the last four classes of letters, a byte each; letters in a row of one class count once
  long_shape,  ///< hash of about eight of them
  bracket,     ///< the innermost open bracket, and what stands in front of it

  // Data of a module.
  string_size,  ///< of the string that the 32-bit word before points to
  data_place,   ///< in a 32-bit word, and its bytes so far
  zeros,        ///< how many zero bytes end each of the two 32 bits before

  // Code of a module.
  place,                ///< what the byte is: an opcode, or which byte of which operand
  instruction,          ///< its opcode and the operands before this one
  partial_instruction,  ///< that, the place, and what of the operand was read
  coarse_instruction,   ///< its opcode, the place, and what of the operand was read
  instruction_1, instruction_2, instruction_3,  ///< the last instructions with their operands
  opcode_1, opcode_2, opcode_3, opcode_4, opcode_5, opcode_6,
  function,                        ///< its number
  stack_height,                    ///< how many values the block has pushed
  stack_opcode_1, stack_opcode_2,  ///< the opcodes that pushed the uppermost of them
  stack_value_1, stack_value_2,    ///< the instructions that did
  block,                           ///< the opcode that began the block, and the height
  definition,                      ///< what was last put into the local that was used last
  follower,                        ///< what followed the last instruction the last time
  constant_high,                   ///< the higher bits of the last constant
  locals_used,                     ///< the number of locals, and of those that have been used
  features
};
// clang-format on

u32 known[features];
