#include "phrases.h"

#include "form.h"

namespace gouji {

#include "form_data.inc"

std::span<const std::string_view> measures() { return form_data::measures; }
std::span<const std::string_view> time_measures() { return form_data::time_measures; }
std::span<const std::string_view> set_phrases() { return form_data::set_phrases; }

}  // namespace gouji
