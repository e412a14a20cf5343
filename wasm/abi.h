#pragma once

#include <stddef.h>

/// The boundary of the WebAssembly module: plain C functions, UTF-8 in, UTF-8 JSON out, no imports.
///
/// Lifetime rules: a buffer from `gouji_alloc` and a text from any function returning `gouji_owned_text*` belong to the
/// caller, who gives each back once with `gouji_free`. Nothing is kept between calls.
#ifdef __cplusplus
extern "C" {
#endif

/// A text: its size, and right behind that as many bytes of UTF-8, without a terminator.
///
///     | size_t size | bytes … |
typedef struct {
  size_t size;
} gouji_owned_text;

/// Room for `size` bytes; null when there is no memory.
void* gouji_alloc(size_t size);
void gouji_free(void* pointer);

/// Checks `size` bytes of text (any bytes) and gives the JSON report; null when there is no memory.
gouji_owned_text* gouji_check(const char* text, size_t size);

/// The rule manual as JSON: [{"id", "severity", "title", "page"}].
gouji_owned_text* gouji_rules(void);

/// The version of the core, as in the report's "gouji".
gouji_owned_text* gouji_version(void);

#ifdef __cplusplus
}
#endif
