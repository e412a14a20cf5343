// Unpacks the parts of the page: one stream, in which a model of what comes next is learnt from what came before. README.md
// says how. The packer (PACKER) is the same program but for the coder, so both sides predict the same.
//
// All numbers are integers, or floats that are only added, subtracted, multiplied, divided and compared: WebAssembly says what
// comes out to the last bit, so every engine unpacks what any other has packed.

#include "model.h"

namespace {

/// The depths of bytes in the trees: five bits each, predicted from the depth of the byte before.
void code_trees() {
  static u16 chances[32][32];
  for (auto& after_depth : chances) {
    for (u16& chance : after_depth) chance = 1U << 15;
  }
  u32 before = 0;
  for (Tree& tree : trees) {
    for (u8& depth : tree.depths) {
      u32 node = 1;
      for (u32 i = 5; i-- > 0;) {
        u16& chance = chances[before][node];
        const u32 bit = coder.code(chance | 1U, depth >> i & 1);
        chance = learnt(chance, bit, 4);
        node = 2 * node + bit;
      }
      before = depth = node & 31;
    }
    tree.make();
  }
}

}  // namespace

Tables tables;

extern "C" {

/// Where memory is free: at first for what was packed, then for what is unpacked.
extern u8 __heap_base;
u8* room() { return &__heap_base; }

void start(u8* packed, u8* unpacked) {
  out = unpacked;
  coder.begin(packed);
  histories.make();
  odds.make();
  code.make_tables();
  match.make();
  model.make();
  code_trees();
}

/// Learns from a text that both sides have: `size` bytes, which stand already where the parts will come behind them.
void learn(u32 size) {
  code.begin(0);
  coder.rests = true;
  for (u32 i = 0; i < size; ++i) model.code_byte(out[at]);
  coder.rests = false;
}

void begin_part(u32 is_module) { code.begin(is_module); }

#ifdef PACKER

u8* depths(u32 tree) { return trees[tree].depths; }
u32 count_of_trees() { return tree_count; }

/// The size of a function is told by where it ends: only how many bytes it takes is packed.
u32 packed_byte(u32 byte) { return code.kind() == of_function_size ? byte & 0x80 : byte; }

/// Which tree the next byte is in.
u32 survey(u32 byte) {
  const u32 tree = model.tree_of_next();
  byte = packed_byte(byte);
  add_byte(byte);
  return tree << 8 | byte;
}

void code_part(const u8* part, u32 size) {
  for (u32 i = 0; i < size; ++i) model.code_byte(packed_byte(part[i]));
}

u8* finish() { return coder.end(); }

#else

void code_part(u32 size) {
  for (u32 i = 0; i < size; ++i) model.code_byte(0);
}

#endif
}
