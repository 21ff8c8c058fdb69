// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <set>
#include <string_view>
#include <vector>

namespace fearless::certifier {

/// Files that a tool read. Results share them, since most programs include the same headers.
using file_set = std::shared_ptr<const std::set<std::filesystem::path>>;

/// The files that tools read for a result, if all of them are known.
class files_read {
 public:
  /// Adds a file.
  void add(const std::filesystem::path& file) { files_.insert(file.lexically_normal()); }

  /// Adds the files of the dependency file that a tool wrote when it ran in `directory`, and removes that file. If it
  /// is missing, it is unknown what the tool read.
  void add_from(const std::filesystem::path& dependency_file, const std::filesystem::path& directory);

  /// Adds all files of another one; they are known only if both are.
  void add(const files_read& other);

  /// Removes a file.
  void forget(const std::filesystem::path& file) { files_.erase(file.lexically_normal()); }

  /// Removes the files in a folder: temporary files are not inputs.
  void forget_below(const std::filesystem::path& folder);

  /// Marks the files as unknown.
  void give_up() { known_ = false; }

  [[nodiscard]] bool is_known() const { return known_; }
  [[nodiscard]] const std::set<std::filesystem::path>& files() const { return files_; }

 private:
  std::set<std::filesystem::path> files_;
  bool known_ = true;
};

/// The prerequisites of the rules in a Makefile, in order. Nothing if it depends on environment variables, as those of
/// rustc may: their values at that time are unknown.
std::optional<std::vector<std::filesystem::path>> prerequisites(std::string_view makefile);

}  // namespace fearless::certifier
