#include "abi.h"

#include <cstdlib>
#include <cstring>
#include <string_view>

#include "check.h"

#define GOUJI_EXPORT(name) __attribute__((export_name(#name), used))

namespace {

gouji_owned_text* owned(std::string_view text) {
  auto* result = static_cast<gouji_owned_text*>(std::malloc(sizeof(gouji_owned_text) + text.size()));
  if (result == nullptr) return nullptr;
  result->size = text.size();
  std::memcpy(result + 1, text.data(), text.size());
  return result;
}

}  // namespace

GOUJI_EXPORT(gouji_alloc) void* gouji_alloc(size_t size) { return std::malloc(size); }

GOUJI_EXPORT(gouji_free) void gouji_free(void* pointer) { std::free(pointer); }

GOUJI_EXPORT(gouji_check) gouji_owned_text* gouji_check(const char* text, size_t size) {
  return owned(gouji::check_to_json({text, size}));
}

GOUJI_EXPORT(gouji_rules) gouji_owned_text* gouji_rules() { return owned(gouji::rules_to_json()); }

GOUJI_EXPORT(gouji_version) gouji_owned_text* gouji_version() { return owned(gouji::version); }
