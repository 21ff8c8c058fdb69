// SPDX-License-Identifier: MIT
#include "files.hpp"

#include <fmt/format.h>
#include <stdlib.h>

#include <cerrno>
#include <cstdio>

#include "bounded_file.hpp"
#include "error.hpp"
#include "staged_files.hpp"

namespace fearless::certifier {

namespace fs = std::filesystem;

namespace {

/// What was run in a folder may have forbidden its owner to open folders in it.
void unlock_folders(const fs::path& root) {
  std::error_code failed;
  for (auto each = fs::recursive_directory_iterator(root, failed); each != fs::recursive_directory_iterator();
       each.increment(failed))
    if (each->symlink_status(failed).type() == fs::file_type::directory)
      fs::permissions(*each, fs::perms::owner_all, failed);
}

}  // namespace

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
  std::error_code failed;
  fs::remove_all(path_, failed);
  if (failed) {
    unlock_folders(path_);
    fs::remove_all(path_, failed);
  }
  if (failed) fmt::print(stderr, "fearless: can't remove {}: {}\n", path_.string(), failed.message());
}

}  // namespace fearless::certifier
