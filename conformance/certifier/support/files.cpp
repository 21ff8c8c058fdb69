// SPDX-License-Identifier: MIT
#include "files.hpp"

#include <stdlib.h>

#include <cerrno>

#include "bounded_file.hpp"
#include "error.hpp"
#include "staged_files.hpp"

namespace fearless::certifier {

namespace fs = std::filesystem;

std::string read_text(const fs::path& file) {
  constexpr std::uint64_t most_bytes = 256 << 20;
  return read_bounded(file, most_bytes);
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
