// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <optional>
#include <set>
#include <string_view>
#include <vector>

namespace fearless::certifier {

/// The files that tools have read to come to an answer, as far as it is known.
class files_read {
 public:
  /// Takes in a file by its name.
  void add(const std::filesystem::path& file) { files_.insert(file.lexically_normal()); }

  /// Takes in what a tool that ran in `directory` wrote into its dependency file, and removes that. Where there is none
  /// it is not known what the tool has read.
  void add_from(const std::filesystem::path& dependency_file, const std::filesystem::path& directory);

  /// Takes in all that another one has, also that it does not know.
  void add(const files_read& other);

  /// Leaves out what lies below a folder: what was made there on the way is no reason for the answer.
  void forget_below(const std::filesystem::path& folder);

  /// Says that it is not known what was read.
  void give_up() { known_ = false; }

  [[nodiscard]] bool is_known() const { return known_; }
  [[nodiscard]] const std::set<std::filesystem::path>& files() const { return files_; }

 private:
  std::set<std::filesystem::path> files_;
  bool known_ = true;
};

/// The prerequisites that the rules of a Makefile name, in their order; nothing where it names variables of the
/// environment, as rustc's do: what these had then can't be compared.
std::optional<std::vector<std::filesystem::path>> prerequisites(std::string_view makefile);

}  // namespace fearless::certifier
