// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "compile_time_case.hpp"
#include "files.hpp"
#include "rustc.hpp"

namespace fearless::certifier {

/// An implementation's crate `native`, compiled once for all compile-time cases of a run.
class rust_bindings {
 public:
  /// Blocks: for rustc. Errors: user_error if rustc is missing.
  explicit rust_bindings(const native_bindings&);

  /// A case, as try_rustc expects it.
  [[nodiscard]] rust_program program(const std::filesystem::path& source, const std::filesystem::path& file) const;

  [[nodiscard]] const rust_answer& answer() const { return answer_; }
  [[nodiscard]] const std::filesystem::path& folder() const { return folder_.path(); }

 private:
  void build(const std::filesystem::path& root, const char* name);

  scratch_folder folder_;
  std::string rustc_;
  std::vector<std::string> flags_;
  rust_answer answer_;
};

/// The compiled bindings: the same object for equal bindings. Thread safety: yes.
std::shared_ptr<const rust_bindings> rust_bindings_of(const native_bindings&);

}  // namespace fearless::certifier
