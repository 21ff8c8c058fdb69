// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace fearless::certifier {

/// The whole of a file. Errors: user_error that names it.
std::string read_text(const std::filesystem::path&);

/// Puts `text` in place of a file, at once: through a neighbour and a rename, so that nobody ever sees half of it.
/// Makes the folder where it is missing. Errors: user_error, with nothing left behind.
void write_text(const std::filesystem::path&, std::string_view text);

/// The lines of a text, without their ends; the empty one after a last newline is not one.
std::vector<std::string> lines_of(std::string_view text);

/// A new folder of its own below the system's place for temporary files, gone with this object.
class scratch_folder {
 public:
  /// Errors: user_error where none can be made.
  scratch_folder();
  ~scratch_folder();
  scratch_folder(const scratch_folder&) = delete;
  scratch_folder& operator=(const scratch_folder&) = delete;

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

}  // namespace fearless::certifier
