// SPDX-License-Identifier: MIT
#include "files.hpp"

#include <fmt/format.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cerrno>
#include <fstream>
#include <sstream>

#include "error.hpp"
#include "staged_files.hpp"

namespace fearless::certifier {

namespace fs = std::filesystem;

std::string read_text(const fs::path& file) {
  errno = 0;
  std::ifstream in(file, std::ios::binary);
  std::ostringstream text;
  if (!in || fs::is_directory(file)) throw file_error("read", file, in ? EISDIR : errno);
  if (in.peek() != std::ifstream::traits_type::eof()) text << in.rdbuf();
  if (in.bad()) throw file_error("read", file, errno);
  return std::move(text).str();
}

void write_text(const fs::path& file, std::string_view text) {
  staged_files one;
  one.add(file, text);
  one.commit();
}

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const auto end = text.find('\n');
    lines.emplace_back(text.substr(0, end));
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  return lines;
}

scratch_folder::scratch_folder() {
  std::error_code failed;
  const fs::path place = fs::temp_directory_path(failed);
  std::string name = ((failed ? fs::path("/tmp") : place) / "fearless-XXXXXX").string();
  if (::mkdtemp(name.data()) == nullptr) throw file_error("make a temporary folder like", name, errno);
  path_ = name;
}

scratch_folder::~scratch_folder() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

}  // namespace fearless::certifier
