#pragma once

#include <string>
#include <vector>

#include "source.h"
#include "word_table.h"

namespace generate {

/// The lists of all files: those under "words" as lists to look words up in, those under "grouped" as lists in which each word
/// has the number of its group, those under "indexed" as lists that are looked for all over the prose, those under "ordered" as
/// they stand.
[[nodiscard]] std::string compile_words(const std::vector<Source>& sources, WordTable& table);

/// What reports cite, from "documents"; a form is an edition of the document whose "editions" are "forms".
[[nodiscard]] std::string compile_documents(const std::vector<Source>& sources, WordTable& table);

}  // namespace generate
