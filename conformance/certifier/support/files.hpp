// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "file_descriptor.hpp"

namespace fearless::certifier {

/// The contents of a regular file of at most 256 MiB. Errors: user_error that names the file.
std::string read_text(const std::filesystem::path&);

/// Replaces a file atomically, through a temporary file and a rename: readers see the old or the new contents. Makes
/// missing folders. Errors: user_error; then nothing is left behind.
void write_text(const std::filesystem::path&, std::string_view text);

/// The lines of a text, without newlines. A newline at the end starts no further line.
std::vector<std::string> lines_of(std::string_view text);

/// A new temporary folder, which is removed with this object. The first one of a process also removes those that killed
/// processes of this user left.
class scratch_folder {
 public:
  /// Errors: user_error if it can't be made.
  scratch_folder();
  ~scratch_folder();
  scratch_folder(const scratch_folder&) = delete;
  scratch_folder& operator=(const scratch_folder&) = delete;

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
  file_descriptor lock_;  // held as long as this process lives, so that no other one removes the folder
};

}  // namespace fearless::certifier
