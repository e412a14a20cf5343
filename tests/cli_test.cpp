// The command line: what goes where, and the exit status.

#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "check.h"
#include "support/files.h"
#include "support/unicode.h"

using namespace gouji::test;
using Json = nlohmann::json;

namespace {

/// A folder for the files of one test; gone with it.
class Folder {
 public:
  Folder() : path_(std::filesystem::temp_directory_path() / ("gouji-cli-" + std::to_string(getpid()))) {
    std::filesystem::create_directories(path_);
  }
  ~Folder() { std::filesystem::remove_all(path_); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  [[nodiscard]] std::string file(const std::string& name) const { return (path_ / name).string(); }
  [[nodiscard]] std::string file(const std::string& name, std::string_view bytes) const {
    write_file(file(name), bytes);
    return file(name);
  }

 private:
  std::filesystem::path path_;
};

struct Outcome {
  int status = -1;
  std::string out;
  std::string err;
};

Outcome run(const Folder& folder, const std::vector<std::string>& arguments, std::string_view input = {}) {
  const auto quoted = [](const std::string& word) { return " '" + word + "'"; };
  std::string command = quoted(GOUJI_CLI);
  for (const std::string& argument : arguments) command += quoted(argument);
  command +=
      " <" + quoted(folder.file("in", input)) + " >" + quoted(folder.file("out")) + " 2>" + quoted(folder.file("err"));
  const int status = std::system(command.c_str());
  return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, read_file(folder.file("out")), read_file(folder.file("err"))};
}

std::string base() { return read_file(source_path("tests/support/rule_base_2021.txt")); }

std::string base_with_error() {
  std::string text = base();
  const std::string row = "（一）予以公开 | 6 |";
  return text.replace(text.find(row), row.size(), "（一）予以公开 | 9 |");
}

}  // namespace

TEST_CASE("what cannot be run exits with 2, says why in one line, and prints nothing") {
  const Folder folder;
  const std::string good = folder.file("good.txt", base());
  const std::vector<std::vector<std::string>> wrong = {
      {"frobnicate"},
      {"--frobnicate"},
      {"check"},
      {"check", "--frobnicate", good},
      {"check", "--format", "xml", good},
      {"check", "--format=xml", good},
      {"check", good, "--format"},
      {"check", "--stage=soup", good},
      {"check", folder.file("no such file")},
      {"check", folder.file("")},  // a folder
      {"rules", good},
      {"rules", "--format", "xml"},
  };
  for (const auto& arguments : wrong) {
    INFO(Catch::Detail::stringify(arguments));
    const Outcome outcome = run(folder, arguments);
    CHECK(outcome.status == 2);
    CHECK(outcome.out.empty());
    CHECK(lines_of(outcome.err).size() == 1);
    CHECK(outcome.err.starts_with("gouji: "));
    CHECK(outcome.err.ends_with("\n"));
  }
}

TEST_CASE("without arguments the usage goes to standard error") {
  const Folder folder;
  const Outcome outcome = run(folder, {});
  CHECK(outcome.status == 2);
  CHECK(outcome.out.empty());
  CHECK(outcome.err.starts_with("usage: gouji check"));
}

TEST_CASE("the exit status tells whether errors were found") {
  const Folder folder;
  const std::string good = folder.file("good.txt", base());
  const std::string bad = folder.file("bad.txt", base_with_error());
  const auto status = [&](const std::vector<std::string>& arguments) { return run(folder, arguments).status; };
  CHECK(status({"check", good}) == 0);
  CHECK(status({"check", bad}) == 1);
  CHECK(status({"check", good, bad}) == 1);
  CHECK(status({"check", bad, good}) == 1);
  CHECK(status({"check", "--format", "json", bad}) == 1);
  CHECK(status({"check", folder.file("advice.txt", "no report at all")}) == 0);
  CHECK(status({"check", folder.file("empty.txt", "")}) == 0);
  CHECK(status({"check", good, folder.file("no such file")}) == 2);
}

TEST_CASE("the file called - is standard input") {
  const Folder folder;
  const Outcome from_file = run(folder, {"check", folder.file("bad.txt", base_with_error())});
  const Outcome from_input = run(folder, {"check", "-"}, base_with_error());
  CHECK(from_input.status == 1);
  CHECK(from_input.out == from_file.out);
  CHECK(from_input.err.empty());
}

TEST_CASE("the text names the place, both languages and the count of relations") {
  const Folder folder;
  const Outcome outcome = run(folder, {"check", "-"}, base_with_error());
  CHECK(outcome.err.empty());
  CHECK(outcome.out.find("[sum-mismatch]") != std::string::npos);
  CHECK(outcome.out.find("⟦9⟧") != std::string::npos);
  CHECK(outcome.out.find("予以公开") != std::string::npos);
  CHECK(outcome.out.find("granted") != std::string::npos);
  CHECK(lines_of(outcome.out).back().starts_with("46 relations: 44 held, 2 failed"));
  CHECK(lines_of(run(folder, {"check", "-"}, base()).out).size() == 2);
}

TEST_CASE("several files are told apart") {
  const Folder folder;
  const std::string good = folder.file("good.txt", base());
  const std::string bad = folder.file("bad.txt", base_with_error());
  const std::string text = run(folder, {"check", good, bad}).out;
  CHECK(text.find(good) < text.find(bad));
  CHECK(text.find(bad) < text.find("⟦9⟧"));
  const auto reports = lines_of(run(folder, {"check", "--format=json", good, bad}).out);
  REQUIRE(reports.size() == 2);
  CHECK(Json::parse(reports[0])["findings"].empty());
  CHECK(Json::parse(reports[1])["findings"].size() == 1);
}

TEST_CASE("the format json prints the report and nothing else") {
  const Folder folder;
  const std::string text = base_with_error();
  const Outcome outcome = run(folder, {"check", "--format", "json", "-"}, text);
  CHECK(outcome.out == gouji::check_to_json(text) + "\n");
  CHECK(outcome.err.empty());
  const Json report = Json::parse(outcome.out);
  for (const char* key : {"gouji", "document", "sections", "tables", "claims", "checks", "findings"}) {
    INFO(key);
    CHECK(report.contains(key));
  }
  CHECK(report["checks"]["failed"] == 2);
  CHECK(report["findings"][0]["fix"]["text"] == "6");
  // Bytes that are not UTF-8 do not make the output invalid.
  CHECK(Json::accept(run(folder, {"check", "--format", "json", "-"}, "\xff\xfe" + text).out));
}

TEST_CASE("the rules as json are the rule manual") {
  const Folder folder;
  const Outcome outcome = run(folder, {"rules", "--format", "json"});
  CHECK(outcome.status == 0);
  const Json manual = Json::parse(outcome.out);
  CHECK(manual.size() == lines_of(run(folder, {"rules"}).out).size());
  for (const Json& rule : manual) {
    INFO(rule.dump());
    CHECK(!rule.at("id").get<std::string>().empty());
    CHECK(!rule.at("title").at("zh").get<std::string>().empty());
    CHECK(!rule.at("title").at("en").get<std::string>().empty());
    const std::string severity = rule.at("severity");
    CHECK((severity == "error" || severity == "warning" || severity == "advice"));
  }
}

TEST_CASE("a stage prints what it made of the text") {
  const Folder folder;
  const auto stage = [&](const std::string& name) {
    // A stage judges nothing.
    const Outcome outcome = run(folder, {"check", "--stage=" + name, "-"}, base_with_error());
    CHECK(outcome.status == 0);
    CHECK(outcome.err.empty());
    return outcome.out;
  };
  const std::string blocks = stage("blocks");
  CHECK(blocks.starts_with("title\t0-23\t梧桐县林业局2023年政府信息公开工作年度报告\n"));
  CHECK(blocks.find("heading\t") != std::string::npos);
  CHECK(blocks.find("prose\t") != std::string::npos);
  CHECK(stage("grids").find("[行政许可]<136>\n") != std::string::npos);
  const std::string cells = stage("cells");
  CHECK(cells.find("\n  granted 9 1 0 0 0 0 7\n") != std::string::npos);
  CHECK(cells.find("\n  fees 21.6\n") != std::string::npos);
  CHECK(stage("prose").find("\t13件 = 13\n\t1件 = 1\n") != std::string::npos);
  const std::string claims = stage("claims");
  CHECK(claims.find("\n\trequests.new 13\t") != std::string::npos);
  CHECK(claims.find("\t新收政府信息公开申请13件\n\trequests.carried_over 1\t") != std::string::npos);
}

TEST_CASE("totals in the first column of figures are one fault, told in full") {
  // The last of seven figures comes first, in each row of table three.
  std::string moved;
  for (const std::string& line : lines_of(base())) {
    std::vector<std::size_t> bars;
    for (std::size_t at = line.find(" | "); at != std::string::npos; at = line.find(" | ", at + 2)) bars.push_back(at);
    const bool is_row = bars.size() > 6 && bars.size() < 10 &&
                        line.find_first_not_of("0123456789 |", bars[bars.size() - 7]) == std::string::npos;
    if (is_row) {
      const std::string total = line.substr(bars.back(), line.size() - bars.back() - 2);
      moved += line.substr(0, bars[bars.size() - 7]) + total +
               line.substr(bars[bars.size() - 7], bars.back() - bars[bars.size() - 7]) + " |\n";
    } else {
      moved += line + "\n";
    }
  }
  const Folder folder;
  const auto lines = lines_of(run(folder, {"check", "-"}, moved).out);
  REQUIRE(lines.size() == 8);
  CHECK(lines[0].ends_with("[sum-mismatch]"));
  CHECK(lines[1].ends_with("一、本年新收政府信息公开申请数量 | ⟦13⟧ | 10 | 2 | 0 | 0 | 1 | 0 |"));
  CHECK(lines[2].find("「总计」一列的数字填在了「自然人」列的位置") != std::string::npos);
  CHECK(lines[4].find("把总计移到最后一列") != std::string::npos);
}

TEST_CASE("of a long line the text shows what stands around the place, whole characters") {
  const Folder folder;
  for (const std::string shift : {"", "a", "ab"}) {
    std::string text = base();
    const std::string told = "全年新收政府信息公开申请13件";
    std::string around;
    for (int i = 0; i < 40; ++i) around += "县";
    text.replace(text.find(told), told.size(), around + shift + "，全年新收政府信息公开申请14件" + shift + around);
    const auto lines = lines_of(run(folder, {"check", "-"}, text).out);
    REQUIRE(lines.size() > 1);
    INFO(lines[1]);
    CHECK(lines[1].starts_with("    …县"));
    CHECK(lines[1].ends_with("县…"));
    CHECK(lines[1].find("14") != std::string::npos);
    CHECK(gouji::test::characters(lines[1]).size() < 100);
  }
}

TEST_CASE("version and help go to standard output") {
  const Folder folder;
  const Outcome outcome = run(folder, {"--version"});
  CHECK(outcome.status == 0);
  CHECK(outcome.out.starts_with("gouji "));
  CHECK(lines_of(outcome.out).size() == 1);
  const Outcome help = run(folder, {"--help"});
  CHECK(help.status == 0);
  CHECK(help.out.starts_with("usage: gouji check"));
  CHECK(help.err.empty());
}
