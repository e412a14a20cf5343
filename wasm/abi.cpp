#include "abi.h"

#include <cstdlib>

#include "check.h"

#define GOUJI_EXPORT(name) __attribute__((export_name(#name), used))

namespace {

gouji_owned_text* owned(size_t size) {
  auto* result = static_cast<gouji_owned_text*>(std::malloc(sizeof(gouji_owned_text) + size));
  if (result != nullptr) result->size = size;
  return result;
}

char* bytes_of(gouji_owned_text* text) { return reinterpret_cast<char*>(text + 1); }

gouji_owned_text* owned(const gouji::JsonWriter& json) {
  gouji_owned_text* const result = owned(json.size());
  if (result != nullptr) json.copy_to(bytes_of(result));
  return result;
}

}  // namespace

GOUJI_EXPORT(gouji_alloc) void* gouji_alloc(size_t size) { return std::malloc(size); }

GOUJI_EXPORT(gouji_free) void gouji_free(void* pointer) { std::free(pointer); }

GOUJI_EXPORT(gouji_check) gouji_owned_text* gouji_check(const char* text, size_t size) {
  return owned(gouji::check({text, size}));
}

GOUJI_EXPORT(gouji_rules) gouji_owned_text* gouji_rules() { return owned(gouji::rules_to_json()); }

GOUJI_EXPORT(gouji_version) gouji_owned_text* gouji_version() {
  gouji_owned_text* const result = owned(gouji::version.size());
  if (result != nullptr) gouji::version.copy(bytes_of(result), gouji::version.size());
  return result;
}
