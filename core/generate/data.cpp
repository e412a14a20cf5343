// Compiles the JSON files of `core/forms` to C++ data.
//
//     data FOLDER FILE.json …      writes into the folder what the keys of the files tell: "tables" make a form, "said" the words
//                                  by which sentences name figures, "words", "grouped", "indexed" and "ordered" lists of words,
//                                  "documents" what reports cite

#include <cstdio>
#include <fstream>
#include <iterator>

#include "forms.h"
#include "said.h"
#include "words.h"

namespace {

using generate::Source;

Source read(const char* path) {
  generate::current_file = path;
  std::ifstream in(path, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(in), {}};
  Source source{path, generate::Json::parse(bytes, nullptr, false)};
  if (source.json.is_discarded()) generate::stop("not JSON");
  return source;
}

void write(const std::string& path, const std::string& data) {
  generate::current_file = path;
  std::ofstream file(path, std::ios::binary);
  file << "// Made by core/generate; not to be edited.\n" << data;
  if (!file.flush()) generate::stop("cannot be written");
}

}  // namespace

int main(int count, char** arguments) {
  if (count < 3) {
    std::fprintf(stderr, "usage: data FOLDER FILE.json …\n");
    return 2;
  }
  const std::string folder = std::string(arguments[1]) + "/";
  std::vector<Source> sources;
  for (int i = 2; i < count; ++i) sources.push_back(read(arguments[i]));
  generate::WordTable table;
  write(folder + "form_data.inc", generate::compile_forms(sources));
  write(folder + "said_data.inc", generate::compile_said(sources, table));
  write(folder + "document_data.inc", generate::compile_documents(sources, table));
  write(folder + "word_data.inc", generate::compile_words(sources, table));
  write(folder + "word_table.inc", table.source());
  return 0;
}
