// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string_view>
#include <utility>
#include <vector>

#include "file_descriptor.hpp"

namespace fearless::certifier {

/// Files that are replaced together: each is first written to a temporary file in its folder, and then all are renamed.
/// Where the file system can do so, the temporary files have no name until then, so that nothing is left of a process
/// that is killed; otherwise those that were not renamed are removed with this object.
class staged_files {
 public:
  staged_files() = default;
  ~staged_files();
  staged_files(const staged_files&) = delete;
  staged_files& operator=(const staged_files&) = delete;

  /// Writes the temporary file to the disk; makes missing folders.
  /// Errors: `user_error` that names the file, if the disk is full or the folder can't be written.
  void add(const std::filesystem::path& file, std::string_view text);

  /// Renames all of them. Errors: `user_error` that names the file.
  void commit();

 private:
  struct staged_file {
    file_descriptor unnamed;  // or none, if the temporary file has its name
    std::filesystem::path temporary, place;
  };

  std::vector<staged_file> files_;
};

}  // namespace fearless::certifier
