#include "form.h"

#include <array>

namespace gouji {

#include "form_data.inc"

std::span<const Form> forms() { return form_data::forms; }

const Form* form_for_year(int year) {
  for (const Form& form : forms()) {
    if (form.first_year <= year && year <= form.last_year) return &form;
  }
  return nullptr;
}

std::span<const std::string_view> furniture_words() { return form_data::furniture_words; }

}  // namespace gouji
