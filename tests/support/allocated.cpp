#include "support/allocated.h"

#include <malloc.h>

#include <algorithm>
#include <cstdlib>
#include <new>

#if defined(__SANITIZE_ADDRESS__)
#define GOUJI_SANITIZED
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define GOUJI_SANITIZED
#endif
#endif

namespace gouji::test {
namespace {

// The tests have one thread.
std::size_t in_use = 0;
std::size_t peak = 0;

}  // namespace

#ifdef GOUJI_SANITIZED
bool counts_memory() { return false; }
#else
bool counts_memory() { return true; }

void* take(std::size_t size) {
  void* memory = std::malloc(size);
  if (memory == nullptr) std::abort();
  in_use += malloc_usable_size(memory);
  peak = std::max(peak, in_use);
  return memory;
}

void give_back(void* memory) {
  if (memory == nullptr) return;
  in_use -= malloc_usable_size(memory);
  std::free(memory);
}
#endif

std::size_t memory_in_use() { return in_use; }
std::size_t peak_memory() { return peak; }
void reset_peak() { peak = in_use; }

}  // namespace gouji::test

#ifndef GOUJI_SANITIZED
void* operator new(std::size_t size) { return gouji::test::take(size); }
void* operator new[](std::size_t size) { return gouji::test::take(size); }
void operator delete(void* memory) noexcept { gouji::test::give_back(memory); }
void operator delete[](void* memory) noexcept { gouji::test::give_back(memory); }
void operator delete(void* memory, std::size_t) noexcept { gouji::test::give_back(memory); }
void operator delete[](void* memory, std::size_t) noexcept { gouji::test::give_back(memory); }
#endif
