#pragma once

#include "code.h"
#include "coder.h"
#include "contexts.h"
#include "histories.h"
#include "match.h"
#include "odds.h"
#include "past.h"
#include "refinement.h"
#include "text.h"
#include "trees.h"

/// A byte more is known.
inline void add_byte(u32 byte) {
  out[at++] = u8(byte);
  text.read(byte);
  earlier = earlier << 8 | latest >> 24;
  latest = latest << 8 | byte;
  known[byte_before] = byte;
  code.read(byte);
}

/// Predicts and codes bytes, decision by decision. Each context has a chance, by the history of the decision in it; they are
/// weighed, added up, and refined. From what came out the chances, the weights and the refinement learn.
class Model {
 public:
  void make() {
    for (auto& of_mode : tables.chances) {
      for (auto& of_context : of_mode) {
        for (u32 state = 0; state < 256; ++state) of_context[state] = u16(histories.chance(state));
      }
    }
    float* const weights = tables.weights.of_place[0];
    for (u32 i = 0; i < sizeof tables.weights / sizeof(float); ++i) weights[i] = first_weight;
    refinement.make();
  }

  static u32 tree_of_next() {
    switch (code.kind()) {
      case of_text:
        return text.left() ? letters_inside : letters;
      case of_opcode:
        return opcodes;
      case of_local:
        return locals;
      case of_align:
        return aligns;
      default:
        return code.operand_bytes() ? operands_inside : operands;
    }
  }

  /// The next byte; the packer says which it is.
  [[gnu::noinline]] void code_byte(u32 wanted) {
    const u32 kind = code.kind();
    const u32 mode = kind >= of_function_count ? in_code : code.is_data() ? in_data : in_text;
    if (mode == in_code) {
      hash_contexts(code_contexts, sizeof code_contexts);
    } else if (mode == in_data) {
      hash_contexts(data_contexts, sizeof data_contexts);
    } else {
      hash_contexts(text_contexts, sizeof text_contexts);
    }
    const u32 count = count_;
    const u32 tree_index = tree_of_next();
    const Tree& tree = trees[tree_index];
    match.find();

    const bool is_code = mode == in_code;
    float* const of_place =
        tables.weights.of_place[is_code ? kind << 6 | (known[block] & 63) : shape_rows + (latest >> 8 & 0xff)];
    float* const of_byte =
        tables.weights.of_byte[is_code ? kind << 8 | (kind == of_opcode ? known[opcode_1] : code.opcode())
                                       : mode << 8 | (latest & 0xff)];
    float* const of_shape = tables.weights.of_shape[is_code ? kind << 6 | (known[stack_opcode_1] & 63)
                                                            : shape_rows + (mode << 8 | (known[shape] & 0xff))];
    const u32 refined_in = is_code ? known[stack_value_1] : known[word];

    u32 node = 0;
    u32 in_slot = 0;
    for (u32 decisions = 0; node < Tree::leaf; ++decisions) {
      const u32 place = tree_index << 8 | node;
      if (decisions % decisions_in_slot == 0) {
        find_slots(place);
        in_slot = 0;
      }
      float* const of_node = tables.weights.of_node[place];
      const u32 first_of_ones = tree.first_of_ones(node);

      // Two sums, for an addition need not wait for the one before.
      float sum = 0;
      float other_sum = 0;
      const u32 predicted = match.bit(first_of_ones);
      u16* const matched = match.predicts() ? &match.chance(predicted) : nullptr;
      if (matched) {
        values_[count] = odds.logarithm(*matched);
        other_sum = values_[count] * (of_place[count] + of_byte[count] + of_shape[count] + of_node[count]);
      }
      u16(*chances)[256] = tables.chances[mode];
      for (u32 i = 0; i < count;) {
        float value = odds.logarithm((*chances++)[states_[i][in_slot]]);
        values_[i] = value;
        sum += value * (of_place[i] + of_byte[i] + of_shape[i] + of_node[i]);
        if (++i == count) break;
        value = odds.logarithm((*chances++)[states_[i][in_slot]]);
        values_[i] = value;
        other_sum += value * (of_place[i] + of_byte[i] + of_shape[i] + of_node[i]);
        ++i;
      }
      sum += other_sum;
      if (sum > most_sum) sum = most_sum;
      if (sum < -most_sum) sum = -most_sum;

      const u32 mixed_chance = odds.chance(sum);
      const float refined = refinement.chance(sum, mixed(place, refined_in));
      const u32 chance = __builtin_wasm_trunc_u_i32_f32((float(mixed_chance) + refined) / 2);
      const u32 bit = coder.code(chance | 1, wanted >= first_of_ones);

      refinement.learn(bit);
      if ((bit ? 65536 - mixed_chance : mixed_chance) >= surprising) {
        const float error = (float(bit << 16) - float(mixed_chance)) * (rate / 65536);
        const u8* const next = histories.next(bit);
        chances = tables.chances[mode];
        for (u32 i = 0; i < count; ++i, ++chances) {
          const float change = error * values_[i];
          of_place[i] += change;
          of_byte[i] += change;
          of_shape[i] += change;
          of_node[i] += change;
          u8& state = states_[i][in_slot];
          u16& chance = (*chances)[state];
          chance = learnt(chance, bit);
          (*chances)[0] = 1U << 15;  // a new context says nothing
          state = next[state];
        }
        if (matched) {
          const float change = error * values_[count];
          of_place[count] += change;
          of_byte[count] += change;
          of_shape[count] += change;
          of_node[count] += change;
          *matched = learnt(*matched, bit);
        }
      }
      if (matched && bit != predicted) match.fails();
      node = tree.next(node, bit);
      in_slot = 2 * in_slot + 1 + bit;
    }
    match.advance();
    add_byte(node - Tree::leaf);
  }

 private:
  static constexpr float first_weight = .07f;  // four are added up
  static constexpr float rate = .005f;
  static constexpr float most_sum = Odds::limit - .01f;
  /// What was all but certain teaches nothing: a chance of a 128th of being wrong.
  static constexpr u32 surprising = 512;

  void hash_contexts(const u8* feature, u32 size) {
    count_ = 0;
    u32 hash = 0;
    for (const u8* const last = feature + size; feature < last; ++feature) {
      if (*feature > end) {
        hash = mixed(hash + *feature, known[*feature]);
      } else {
        contexts_[count_++] = hash;
        if (*feature == end) hash = 0;
      }
    }
  }

  /// Finds the slots of what comes next in each context. Those of one context are near each other in memory.
  [[gnu::always_inline]] void find_slots(u32 place) {
    const u32 near = mixed(0, place) & near_slots;
    const u32 check = place * 0x2C1B3C6DU;
    // All are touched before the first is looked into, so that the processor fetches them at the same time.
    u32 touched = 0;
    for (u32 i = 0; i < count_; ++i) touched += tables.slots[(contexts_[i] ^ near) % slot_count].check;
    touched_ = touched;
    for (u32 i = 0; i < count_; ++i) {
      states_[i] = slot((contexts_[i] ^ near) % slot_count, u8((contexts_[i] ^ check) >> 24));
    }
  }

  [[gnu::always_inline]] static u8* slot(u32 place, u8 check) {
    Slot* worst = nullptr;
    for (u32 i = 0; i < 3; ++i) {
      Slot& slot = tables.slots[place ^ i];
      if (slot.check == check) return slot.states;
      if (!worst || slot.states[0] < worst->states[0]) worst = &slot;
    }
    *worst = {check, {}};
    return worst->states;
  }

  static constexpr u32 near_slots = 511;  // a page of memory

  volatile u32 touched_;
  u32 contexts_[most_contexts];  // hashes of those in use
  u32 count_;
  u8* states_[most_contexts];
  float values_[most_inputs];
} model;
