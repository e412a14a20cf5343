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

}  // namespace gouji
