// Gives memory out and takes it back, in a fifth of the code of the C library's malloc, and quicker.
//
// Memory comes in pages of 64 kB, as WebAssembly has them. A block of 32 kB or less shares its page with others of its size
// class; a larger one is a run of pages of its own. Nothing stands before a block: a table knows of each page what it is.
// A page whose blocks are all given back is free for whatever is asked for next, and free pages side by side are one run, so
// that a long text leaves its memory whole to the next. For one thread.

#include <cstddef>
#include <cstdint>

extern "C" char __heap_base;  // where the memory ends that the linker has laid out

namespace {

constexpr std::size_t page_bits = 16;
constexpr std::size_t page_size = std::size_t{1} << page_bits;
constexpr std::size_t most_pages = std::size_t{1} << (31 - page_bits);  // Emscripten lets memory grow to 2 GB
constexpr std::size_t least_growth = 16;                                // pages: to grow is dear

// Sizes of blocks: 8, 16 … 64, then four to each doubling: 80, 96, 112, 128, 160 … 32768.
constexpr std::size_t even_classes = 8;
constexpr std::size_t classes = even_classes + std::size_t{4} * 9;
constexpr std::size_t largest_block = std::size_t{1} << 15;

std::size_t class_of(std::size_t size) {
  if (size <= 8 * even_classes) return size == 0 ? 0 : (size - 1) / 8;
  const auto shift = static_cast<std::size_t>(29 - __builtin_clzl(size - 1));
  return even_classes + 4 * (shift - 4) + ((size - 1) >> shift) - 4;
}

std::size_t size_of(std::size_t size_class) {
  if (size_class < even_classes) return 8 * (size_class + 1);
  return (5 + size_class % 4) << (4 + (size_class - even_classes) / 4);
}

using PageNumber = std::uint16_t;
constexpr PageNumber no_page = 0;  // it is the linker's; what is written of it here is never read
constexpr PageNumber not_listed = 0xffff;

enum class Use : std::uint8_t { free_run, taken_run, blocks };

/// What a page is. Of a run the first page tells; the others are not looked at.
struct Page {
  Use use;
  std::uint8_t size_class;
  std::uint16_t taken;  ///< blocks
  std::uint32_t used;   ///< bytes, from the first, of which blocks were ever made; of a run its pages
  void** given_back;    ///< blocks, each with the next in it
  PageNumber before;    ///< in the list of its class
  PageNumber next;
};

Page pages[most_pages];
PageNumber with_room[classes];  ///< for each class a list of the pages that may have room for another block
std::size_t lowest;             ///< no page below is free
std::size_t end;                ///< behind the last page; 0 before anything was asked for

char* start_of(std::size_t page) { return reinterpret_cast<char*>(page << page_bits); }

void list(std::size_t number) {
  Page& page = pages[number];
  PageNumber& first = with_room[page.size_class];
  page.before = no_page;
  page.next = first;
  pages[first].before = static_cast<PageNumber>(number);
  first = static_cast<PageNumber>(number);
}

void unlist(Page& page) {
  pages[page.next].before = page.before;
  (page.before == no_page ? with_room[page.size_class] : pages[page.before].next) = page.next;
  page.next = not_listed;
}

void set_run(std::size_t first, std::size_t count, Use use) {
  pages[first].use = use;
  pages[first].used = count;
}

/// Makes one run of all pages that are free from this one on, and gives their number.
std::size_t join(std::size_t first) {
  std::size_t at = first;
  while (at < end) {
    Page& page = pages[at];
    if (page.use == Use::free_run) {
      at += page.used;
    } else if (page.use == Use::blocks && page.taken == 0) {
      unlist(page);
      ++at;
    } else {
      break;
    }
  }
  if (at > first) set_run(first, at - first, Use::free_run);
  return at - first;
}

bool grow(std::size_t count) {
  std::size_t more = count < least_growth ? least_growth : count;
  if (__builtin_wasm_memory_grow(0, more) == SIZE_MAX) {
    more = count;
    if (__builtin_wasm_memory_grow(0, more) == SIZE_MAX) return false;
  }
  set_run(end, more, Use::free_run);
  end += more;
  return true;
}

/// So many pages, the first that are free together.
std::size_t take_pages(std::size_t count) {
  if (end == 0) {
    lowest = (reinterpret_cast<std::size_t>(&__heap_base) + page_size - 1) >> page_bits;
    end = __builtin_wasm_memory_size(0);
    set_run(lowest, end - lowest, Use::free_run);
  }
  for (std::size_t at = lowest;;) {
    const std::size_t free = join(at);
    if (free >= count) {
      if (free > count) set_run(at + count, free - count, Use::free_run);
      if (at == lowest) lowest += count;
      return at;
    }
    if (at + free == end) {
      if (!grow(count - free)) return no_page;
    } else if (free > 0) {
      at += free;
    } else {
      const std::size_t taken = pages[at].use == Use::taken_run ? pages[at].used : 1;
      if (at == lowest) lowest += taken;
      at += taken;
    }
  }
}

void* take_run(std::size_t count) {
  const std::size_t first = take_pages(count);
  if (first != no_page) set_run(first, count, Use::taken_run);
  return start_of(first);
}

}  // namespace

extern "C" void* malloc(std::size_t size) {
  if (size > largest_block) return take_run((size - 1) / page_size + 1);
  const std::size_t size_class = class_of(size);
  for (;;) {
    std::size_t number = with_room[size_class];
    if (number == no_page) {
      number = take_pages(1);
      if (number == no_page) return nullptr;
      pages[number] = {Use::blocks, static_cast<std::uint8_t>(size_class), 0, 0, nullptr, no_page, no_page};
      list(number);
    }
    Page& page = pages[number];
    if (void** const block = page.given_back) {
      page.given_back = static_cast<void**>(*block);
      ++page.taken;
      return block;
    }
    const std::size_t room = size_of(size_class);
    if (page.used + room <= page_size) {
      char* const block = start_of(number) + page.used;
      page.used += room;
      ++page.taken;
      return block;
    }
    unlist(page);
  }
}

extern "C" void free(void* pointer) {
  const std::size_t number = reinterpret_cast<std::size_t>(pointer) >> page_bits;
  if (number == no_page) return;
  Page& page = pages[number];
  if (page.use == Use::blocks) {
    void** const block = static_cast<void**>(pointer);
    *block = page.given_back;
    page.given_back = block;
    if (page.next == not_listed) list(number);
    if (--page.taken > 0) return;
  } else {
    page.use = Use::free_run;
  }
  if (number < lowest) lowest = number;
}
