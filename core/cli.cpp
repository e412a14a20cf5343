// The command line: the same core as the page's, for scripts and for looking into the stages.

#include <algorithm>
#include <array>
#include <cstdio>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "check.h"
#include "document.h"
#include "report.h"
#include "rule.h"
#include "stages.h"

namespace {

constexpr const char* usage =
    "usage: gouji check [--format text|json] [--stage=blocks|grids|cells|prose|claims] FILE…    (- is standard input)\n"
    "       gouji rules [--format text|json]\n"
    "       gouji --version\n"
    "exit status: 0 no error found, 1 errors found, 2 could not run\n";

int fail(const std::string& why) {
  std::fprintf(stderr, "gouji: %s\n", why.c_str());
  return 2;
}

void print(std::string_view text) { std::fwrite(text.data(), 1, text.size(), stdout); }

std::optional<std::string> read_file(const std::string& name) {
  std::FILE* file = name == "-" ? stdin : std::fopen(name.c_str(), "rb");
  if (file == nullptr) return std::nullopt;
  std::string bytes;
  std::array<char, 65536> buffer;
  std::size_t count = 0;
  while ((count = std::fread(buffer.data(), 1, buffer.size(), file)) > 0) bytes.append(buffer.data(), count);
  const bool failed = std::ferror(file) != 0;
  if (file != stdin) std::fclose(file);
  if (failed) return std::nullopt;
  return bytes;
}

struct Options {
  bool json = false;
  std::string stage;
  std::vector<std::string> files;
};

std::optional<Options> read_options(const std::vector<std::string>& arguments, std::string& why) {
  Options options;
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const std::string& argument = arguments[i];
    const auto value_of = [&](std::string_view name) -> std::optional<std::string> {
      if (argument == name && i + 1 < arguments.size()) return arguments[++i];
      if (argument.starts_with(std::string(name) + "=")) return argument.substr(name.size() + 1);
      return std::nullopt;
    };
    if (const auto format = value_of("--format")) {
      if (*format != "text" && *format != "json") {
        why = "unknown format '" + *format + "'; text and json are known";
        return std::nullopt;
      }
      options.json = *format == "json";
    } else if (const auto stage = value_of("--stage")) {
      if (std::find(gouji::stage_names.begin(), gouji::stage_names.end(), *stage) == gouji::stage_names.end()) {
        why = "unknown stage '" + *stage + "'; blocks, grids, cells, prose and claims are known";
        return std::nullopt;
      }
      options.stage = *stage;
    } else if (argument.starts_with("-") && argument != "-") {
      why = "unknown option '" + argument + "'";
      return std::nullopt;
    } else {
      options.files.push_back(argument);
    }
  }
  return options;
}

int check(const Options& options) {
  if (options.files.empty()) return fail("no file given; - reads standard input");
  bool errors = false;
  for (const std::string& name : options.files) {
    const auto bytes = read_file(name);
    if (!bytes) return fail("cannot read '" + name + "'");
    const gouji::Document document = gouji::read_document(*bytes);
    if (!options.stage.empty()) {
      print(gouji::stage_to_text(document, options.stage));
      continue;
    }
    const auto findings = gouji::find(document);
    errors = errors || gouji::count_errors(findings) > 0;
    if (options.json) {
      print(gouji::to_json(document, findings).str() + "\n");
    } else {
      if (options.files.size() > 1) print("== " + name + "\n");
      print(gouji::to_text(document, findings));
    }
  }
  return errors ? 1 : 0;
}

int list_rules(const Options& options) {
  if (!options.files.empty()) return fail("rules takes no file");
  if (options.json) {
    print(gouji::rules_to_json().str() + "\n");
    return 0;
  }
  for (const gouji::Rule& rule : gouji::rules()) {
    print(std::string(rule.id) + "\t" + std::string(rule.title_zh) + "\t" + std::string(rule.title_en) + "\n");
  }
  return 0;
}

}  // namespace

int main(int count, char** values) {
  std::vector<std::string> arguments(values + 1, values + count);
  if (arguments.empty()) {
    std::fputs(usage, stderr);
    return 2;
  }
  const std::string command = arguments[0];
  arguments.erase(arguments.begin());
  if (command == "--version") {
    print("gouji " + std::string(gouji::version) + "\n");
    return 0;
  }
  if (command == "--help" || command == "-h") {
    print(usage);
    return 0;
  }
  std::string why;
  const auto options = read_options(arguments, why);
  if (!options) return fail(why);
  if (command == "check") return check(*options);
  if (command == "rules") return list_rules(*options);
  return fail("unknown command '" + command + "'; check and rules are known");
}
