// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "files.hpp"
#include "ownership_check.hpp"
#include "compile_time_case.hpp"

namespace fearless::certifier {

/// An implementation's <subject.hpp>, parsed once for all the typed cases of a run.
class precompiled_vocabulary {
 public:
  /// Compiles it at once. Blocks: for the compiler. Errors: user_error where the compiler is missing.
  explicit precompiled_vocabulary(const typed_subject&);

  /// A case as the gate takes it.
  [[nodiscard]] gated_program program(const paths&, const std::filesystem::path& file) const;

  [[nodiscard]] const std::vector<std::string>& libraries() const { return libraries_; }
  [[nodiscard]] const gate_answer& answer() const { return answer_; }
  [[nodiscard]] const std::filesystem::path& folder() const { return folder_.path(); }

 private:
  scratch_folder folder_;
  std::vector<std::string> flags_;      ///< of the preprocessor and the language
  std::vector<std::string> libraries_;  ///< of the linker
  gate_answer answer_;
};

/// The vocabulary of a subject, the same object for equal subjects. Thread safety: yes.
std::shared_ptr<const precompiled_vocabulary> vocabulary_of(const typed_subject&);

}  // namespace fearless::certifier
