// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "files.hpp"
#include "rustc.hpp"
#include "compile_time_case.hpp"

namespace fearless::certifier {

/// An implementation's crate `subject`, compiled once for all the typed cases of a run.
class rust_vocabulary {
 public:
  /// Compiles it at once. Blocks: for rustc. Errors: user_error where rustc is missing.
  explicit rust_vocabulary(const typed_subject&);

  /// A case as rustc takes it.
  [[nodiscard]] rust_program program(const paths&, const std::filesystem::path& file) const;

  [[nodiscard]] const rust_answer& answer() const { return answer_; }
  [[nodiscard]] const std::filesystem::path& folder() const { return folder_.path(); }

 private:
  void build(const std::filesystem::path& root, const char* name);

  scratch_folder folder_;
  std::string rustc_;
  std::vector<std::string> flags_;
  rust_answer answer_;
};

/// The vocabulary of a subject, the same object for equal subjects. Thread safety: yes.
std::shared_ptr<const rust_vocabulary> rust_vocabulary_of(const typed_subject&);

}  // namespace fearless::certifier
