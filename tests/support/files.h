#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace gouji::test {

/// A path below the root of the repository.
[[nodiscard]] std::string source_path(std::string_view path);

/// The bytes of a file; throws where it cannot be read.
[[nodiscard]] std::string read_file(const std::string& path);
void write_file(const std::string& path, std::string_view bytes);

/// Names of the files of a folder that end with `suffix`, sorted.
[[nodiscard]] std::vector<std::string> files_in(const std::string& folder, std::string_view suffix);

/// Lines without their line feeds; a last line feed opens no further line.
[[nodiscard]] std::vector<std::string> lines_of(std::string_view text);

}  // namespace gouji::test
