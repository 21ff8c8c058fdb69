// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string_view>
#include <utility>
#include <vector>

namespace fearless::certifier {

/// Files that take their places together: each is first written whole to a neighbour and only then, all at once,
/// renamed. What has not taken its place when this object goes is removed.
class staged_files {
 public:
  staged_files() = default;
  ~staged_files();
  staged_files(const staged_files&) = delete;
  staged_files& operator=(const staged_files&) = delete;

  /// Writes the neighbour, down to the disk; makes the folder where it is missing.
  /// Errors: `user_error` that names the file, where the disk is full or the folder can't be written.
  void add(const std::filesystem::path& file, std::string_view text);

  /// Renames all of them. Errors: `user_error` that names the file.
  void commit();

 private:
  struct staged_file {
    std::filesystem::path neighbour, place;
  };

  std::vector<staged_file> files_;
};

}  // namespace fearless::certifier
