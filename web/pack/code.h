#pragma once

#include "features.h"
#include "past.h"
#include "tables.h"

/// The opcodes from one on that have the same operands, take as many values from the stack, and give as many.
struct Opcodes {
  u8 first;
  u8 operand_taken_given;
  constexpr Opcodes(u32 first, Kind operand, u32 taken, u32 given)
      : first(u8(first)), operand_taken_given(u8(operand << 3 | taken << 1 | given)) {}
  u32 operand() const { return operand_taken_given >> 3; }
  u32 taken() const { return operand_taken_given >> 1 & 3; }
  u32 given() const { return operand_taken_given & 1; }
};

// clang-format off
enum Opcode : u32 {
  op_unreachable = 0x00, op_else = 0x05, op_end = 0x0b, op_br = 0x0c, op_br_table = 0x0e, op_return = 0x0f,
  op_call = 0x10, op_get = 0x20, no_opcode = 0xff
};

constexpr Opcodes all_opcodes[] = {
    {0x00, no_operand, 0, 0},      // unreachable, nop
    {0x02, of_block_type, 0, 0},   // block, loop
    {0x04, of_block_type, 1, 0},   // if
    {0x05, no_operand, 0, 0},      // else, end
    {0x0c, of_label, 0, 0},        // br
    {0x0d, of_label, 1, 0},        // br_if
    {0x0e, of_label_count, 1, 0},  // br_table
    {0x0f, no_operand, 0, 0},      // return
    {0x10, of_called, 0, 0},       // call
    {0x11, of_signature, 1, 0},    // call_indirect
    {0x1a, no_operand, 1, 0},      // drop
    {0x1b, no_operand, 3, 1},      // select
    {0x20, of_local, 0, 1},        // local.get
    {0x21, of_local, 1, 0},        // local.set
    {0x22, of_local, 1, 1},        // local.tee
    {0x23, of_global, 0, 1},       // global.get
    {0x24, of_global, 1, 0},       // global.set
    {0x28, of_align, 1, 1},        // loads
    {0x36, of_align, 2, 0},        // stores
    {0x3f, of_memory, 0, 1},       // memory.size
    {0x40, of_memory, 1, 1},       // memory.grow
    {0x41, of_i32, 0, 1},          // constants
    {0x42, of_i64, 0, 1}, {0x43, of_f32, 0, 1}, {0x44, of_f64, 0, 1},
    // Of one value or two: i32 tests, i64 tests, comparisons, arithmetic of the four types, conversions.
    {0x45, no_operand, 1, 1}, {0x46, no_operand, 2, 1}, {0x50, no_operand, 1, 1}, {0x51, no_operand, 2, 1},
    {0x67, no_operand, 1, 1}, {0x6a, no_operand, 2, 1}, {0x79, no_operand, 1, 1}, {0x7c, no_operand, 2, 1},
    {0x8b, no_operand, 1, 1}, {0x92, no_operand, 2, 1}, {0x99, no_operand, 1, 1}, {0xa0, no_operand, 2, 1},
    {0xa7, no_operand, 1, 1},
};
// clang-format on

/// Reads a module as it comes. What does not look like code of the first version of WebAssembly is packed less well.
class Code {
 public:
  Kind kind() const { return kind_; }
  bool is_data() const { return section_ == data_section; }
  /// Bytes of the operand that were read.
  u32 operand_bytes() const { return number_bytes_; }
  u32 opcode() const { return opcode_; }

  void begin(bool is_module) {
    kind_ = is_module ? of_section : of_text;
    section_ = 0;
    section_end_ = at + 8;
    types_ = functions_ = known[function] = 0;
    pool_ = 0;
  }

  /// Reads the last byte of `out`.
  void read(u32 byte) {
    switch (kind_) {
      case of_text:
        if (!is_data()) return;
        ++address_;
        tell_data();
        if (--count_ == 0) expect_segment();
        break;
      case of_section:
        if (at == section_end_) end_section();
        break;
      case of_section_id:
        section_ = byte;
        kind_ = of_section_size;
        break;
      case of_section_size:
        if (!read_number(byte)) break;
        section_begin_ = at;
        section_end_ = at + number_;
        kind_ = section_ == code_section ? of_function_count : of_section;
        if (section_ == data_section) {
          kind_ = of_segment;
          step_ = segment_count;
        }
        break;
      case of_segment:
        read_segment(byte);
        break;
      case of_function_count:
        if (read_number(byte)) kind_ = of_function_size;
        break;
      case of_function_size:
        if (number_bytes_ == 0) size_at_ = at - 1;
        if (read_number(byte)) begin_function();
        break;
      case of_local_groups:
        if (read_number(byte)) {
          count_ = number_;
          kind_ = count_ ? of_local_count : of_opcode;
        }
        break;
      case of_local_count:
        if (read_number(byte)) {
          locals_ += number_;
          kind_ = of_local_type;
        }
        break;
      case of_local_type:
        kind_ = --count_ ? of_local_count : of_opcode;
        break;
      case of_opcode:
        opcode_ = byte;
        known[instruction] = mixed(1, byte);
        operand_ = 0;
        kind_ = Kind(all_opcodes[opcodes_of_[byte]].operand());
        if (kind_ == no_operand) end_instruction();
        break;
      case of_f32:
      case of_f64:
        if (++number_bytes_ == (kind_ == of_f32 ? 4 : 8)) {
          number_bytes_ = 0;
          end_instruction();
        }
        break;
      default:
        if (read_number(byte)) read_operand();
    }
    tell();
  }

  /// Bytes up to the next zero byte, where the module's first segment is loaded at an address.
  u32 string_size_at(u32 address) const {
    const u32 from = address + pool_;
    u32 size = 0;
    while (pool_ && from < at && size < 255 && from + size < at && out[from + size]) ++size;
    return size;
  }

  void make_tables() {
    for (u32 i = 0, range = 0; i < 256; ++i) {
      while (range + 1 < sizeof all_opcodes / sizeof *all_opcodes && all_opcodes[range + 1].first <= i) ++range;
      opcodes_of_[i] = u8(range);
    }
  }

 private:
  enum Section : u32 { type_section = 1, function_section = 3, code_section = 10, data_section = 11 };
  // In front of a segment: its kind, i32.const, the address, end, its size.
  enum Step : u32 { segment_kind, segment_const, segment_address, segment_end, segment_size, segment_count };

  /// One byte more of a LEB128 number; whether it is the last.
  bool read_number(u32 byte) {
    if (number_bytes_ == 0) number_ = 0;
    number_ |= (byte & 0x7f) << least(7 * number_bytes_, 28);
    ++number_bytes_;
    if (byte & 0x80) return false;
    number_bytes_ = 0;
    return true;
  }

  u32 number_at(u32& from) const {
    u32 number = 0;
    for (u32 shift = 0;; shift += 7) {
      const u32 byte = out[from++];
      number |= (byte & 0x7f) << (shift & 31);
      if (byte < 0x80 || from >= at) return number;
    }
  }

  void end_section() {
    u32 from = section_begin_;
    if (section_ == type_section) {
      for (u32 n = number_at(from); n > 0 && from < at; --n) {
        ++from;  // func
        u32 lists[2];
        for (u32& count : lists) {
          count = number_at(from);
          from += count;
        }
        tables.signatures[types_++ % most_types] = {lists[0], lists[1]};
      }
    } else if (section_ == function_section) {
      for (u32 n = number_at(from); n > 0 && from < at; --n) {
        tables.type_of[functions_++ % most_functions] = number_at(from);
      }
    }
    kind_ = of_section_id;
  }

  void expect_segment() {
    kind_ = of_segment;
    step_ = segment_kind;
  }

  void read_segment(u32 byte) {
    if (step_ == segment_kind || step_ == segment_const || step_ == segment_end) {
      ++step_;
    } else if (read_number(byte)) {
      if (step_ == segment_count) {
        step_ = segment_kind;
      } else if (step_ == segment_address) {
        address_ = number_;
        step_ = segment_end;
      } else {
        count_ = number_;
        if (pool_ == 0) pool_ = at - address_;
        expect_segment();
        if (count_ > 0) kind_ = of_text;
      }
    }
  }

  void tell_data() {
    const u32 begun_bits = 8 * (address_ & 3);
    const u32 word_before = begun_bits ? earlier << (32 - begun_bits) | latest >> begun_bits : latest;
    known[string_size] = string_size_at(__builtin_bswap32(word_before));
    known[data_place] = begun_bits ? latest << (32 - begun_bits) | begun_bits : 0;
    known[zeros] = zeros_in(latest) << 8 | zeros_in(earlier) << 5 | begun_bits;
  }
  static u32 zeros_in(u32 bytes) { return bytes ? u32(__builtin_ctz(bytes)) / 8 : 4; }

  void begin_function() {
    body_at_ = at;
    kind_ = of_local_groups;
    const u32 type = tables.type_of[known[function] % most_functions];
    locals_ = used_ = tables.signatures[type % most_types].taken;
    height_ = nesting_ = 0;
    for (u32& one : tables.definitions) one = 0;
    add_instruction(no_opcode, type);
  }

  void end_function() {
    // The packer left out its size.
    u32 size = at - body_at_;
    for (u32 i = size_at_; i < body_at_; ++i, size >>= 7) out[i] = u8((out[i] & 0x80) | (size & 0x7f));
    ++known[function];
    kind_ = at >= section_end_ ? of_section_id : of_function_size;
  }

  /// An operand is complete.
  void read_operand() {
    known[instruction] = mixed(known[instruction], number_ + 1);
    switch (kind_) {
      case of_label_count:
        count_ = number_ + 1;
        kind_ = of_labels;
        return;
      case of_labels:
        if (--count_ > 0) return;
        break;
      case of_align:
      case of_signature:
        operand_ = number_;
        kind_ = Kind(kind_ + 1);
        return;
      default:
        if (kind_ != of_offset && kind_ != of_table) operand_ = number_;
    }
    end_instruction();
  }

  void add_instruction(u32 opcode, u32 hash) {
    for (u32 i = opcode_6; i > opcode_1; --i) known[i] = known[i - 1];
    for (u32 i = instruction_3; i > instruction_1; --i) known[i] = known[i - 1];
    known[opcode_1] = opcode;
    known[instruction_1] = hash;
    tables.followers[known[instruction_2] >> 16] = u16(hash >> 16);
  }

  void end_instruction() {
    const u32 hash = known[instruction];
    const Opcodes& effect = all_opcodes[opcodes_of_[opcode_]];
    const u32 uppermost = value(0).instruction;
    add_instruction(opcode_, hash);
    kind_ = of_opcode;
    pop(effect.taken());
    switch (effect.operand()) {
      case of_local:
        local_ = operand_ % most_locals;
        if (operand_ >= used_) used_ = operand_ + 1;
        if (opcode_ != op_get) tables.definitions[local_] = uppermost;
        break;
      case of_i32:
        known[constant_high] = operand_ >> 7;
        break;
      case of_block_type:
        tables.blocks[nesting_] = {height_, opcode_, operand_ != 0x40};
        nesting_ = least(nesting_ + 1, most_values - 1);
        break;
      case of_called:
      case of_signature: {
        const u32 type = opcode_ == op_call ? tables.type_of[operand_ % most_functions] : operand_;
        const Signature& signature = tables.signatures[type % most_types];
        pop(signature.taken);
        if (signature.given) push(hash);
      }
    }
    if (effect.given()) push(hash);
    if (opcode_ == op_end) {
      if (nesting_ == 0) return end_function();
      height_ = base();
      if (tables.blocks[--nesting_].has_result) push(hash);
    } else if (opcode_ == op_else || opcode_ == op_unreachable || opcode_ == op_br || opcode_ == op_br_table ||
               opcode_ == op_return) {
      height_ = base();
    }
  }

  /// Values below those of the block are out of its reach.
  u32 base() const { return nesting_ ? tables.blocks[nesting_ - 1].base : 0; }
  void pop(u32 count) { height_ -= least(count, height_ - base()); }
  void push(u32 hash) {
    tables.values[height_] = {opcode_, hash};
    height_ = least(height_ + 1, most_values - 1);
  }
  Value value(u32 down) const { return down < height_ - base() ? tables.values[height_ - 1 - down] : Value{0, 1}; }

  /// Tells the contexts where the code stands.
  void tell() {
    if (kind_ < of_function_count) return;
    const u32 where = kind_ << 8 | number_bytes_;
    const u32 read = number_bytes_ ? number_ : 0;
    known[place] = where;
    if (kind_ == of_opcode) known[instruction] = opcode_ = 0;
    known[coarse_instruction] = mixed(mixed(where, opcode_), read);
    known[partial_instruction] = mixed(mixed(known[instruction], where), read);
    const u32 height = height_ - base();
    known[stack_height] = height;
    known[stack_opcode_1] = value(0).opcode;
    known[stack_opcode_2] = value(1).opcode;
    known[stack_value_1] = value(0).instruction;
    known[stack_value_2] = value(1).instruction;
    known[block] = least(height, 7) | (nesting_ ? tables.blocks[nesting_ - 1].opcode << 3 : 0);
    known[definition] = tables.definitions[local_];
    known[follower] = tables.followers[known[instruction_1] >> 16];
    known[locals_used] = used_ << 16 | locals_;
  }

  Kind kind_;
  u32 section_, section_begin_, section_end_;
  u32 number_, number_bytes_;
  u32 count_;  // local groups, labels or data bytes to come
  u32 step_, address_;
  u32 pool_;  // what an address in the first segment is short of its place in `out`
  u32 size_at_, body_at_;
  u32 opcode_, operand_;  // of operands the first
  u32 locals_, used_, local_;
  u32 height_, nesting_;
  u32 types_, functions_;
  u8 opcodes_of_[256];
} code;
