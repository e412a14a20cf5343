#include "check.h"

#include <array>
#include <nlohmann/json.hpp>

#include "document.h"
#include "rule.h"

namespace gouji {

std::string check_to_json(std::string_view paste) {
  const Document document = read_document(paste);
  return to_json(document, find(document));
}

std::string rules_to_json() {
  static constexpr std::array<std::string_view, 3> severities = {"error", "warning", "advice"};
  nlohmann::ordered_json list = nlohmann::ordered_json::array();
  for (const Rule& rule : rules()) {
    list.push_back({{"id", rule.id},
                    {"severity", severities[static_cast<std::size_t>(rule.severity)]},
                    {"title", {{"zh", rule.title_zh}, {"en", rule.title_en}}},
                    {"basis", rule.basis}});
  }
  return list.dump();
}

}  // namespace gouji
