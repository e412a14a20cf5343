#include "check.h"

#include <array>

#include "document.h"
#include "rule.h"

namespace gouji {

JsonWriter check(std::string_view paste) {
  const Document document = read_document(paste);
  return to_json(document, find(document));
}

std::string check_to_json(std::string_view paste) { return check(paste).str(); }

JsonWriter rules_to_json() {
  static constexpr std::array<std::string_view, 3> severities = {"error", "warning", "advice"};
  JsonWriter json;
  json.open('[');
  for (const Rule& rule : rules()) {
    json.open('{').key("id").text(rule.id);
    json.key("severity").text(severities[static_cast<std::size_t>(rule.severity)]);
    json.key("title").open('{').key("zh").text(rule.title_zh).key("en").text(rule.title_en).close('}');
    json.key("basis").text(rule.basis).close('}');
  }
  json.close(']');
  return json;
}

}  // namespace gouji
