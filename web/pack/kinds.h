#pragma once

#include "numbers.h"

/// What the next byte is part of.
// clang-format off
enum Kind : u32 {
  of_text,     ///< no module, or the data of one
  of_section,  ///< a section that nothing is known of; the module's first eight bytes
  of_section_id, of_section_size,
  of_segment,  ///< what stands in front of the bytes of a segment of data
  of_function_count, of_function_size, of_local_groups, of_local_count, of_local_type,
  of_opcode,
  // Operands. Two in a row are told by the first.
  of_block_type, of_label, of_called, of_signature, of_table, of_local, of_global, of_align, of_offset, of_memory,
  of_i32, of_i64, of_f32, of_f64, of_label_count, of_labels,
  kinds,
  no_operand = 0
};
// clang-format on
