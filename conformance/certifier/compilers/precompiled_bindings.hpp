// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "binding_flags.hpp"
#include "native_bindings.hpp"
#include "ownership_check.hpp"

namespace fearless::certifier {

/// An implementation's <native.hpp>, precompiled once for all compile-time cases of a run.
class precompiled_bindings {
 public:
  /// Blocks: for the compiler. Errors: user_error if the compiler is missing.
  explicit precompiled_bindings(const native_bindings&);

  /// A case, as check_ownership expects it.
  [[nodiscard]] checked_program program(const std::filesystem::path& source, const std::filesystem::path& file) const;

  [[nodiscard]] const std::vector<std::string>& libraries() const { return flags_.linking(); }
  [[nodiscard]] const ownership_answer& answer() const { return answer_; }
  /// The macros that the bindings define, without those of the system, each with its definition.
  [[nodiscard]] const std::map<std::string, std::string>& macros() const { return macros_; }
  [[nodiscard]] const std::filesystem::path& folder() const { return flags_.folder(); }

 private:
  binding_flags flags_;
  ownership_answer answer_;
  std::map<std::string, std::string> macros_;
};

/// The precompiled bindings: the same object for equal bindings. Thread safety: yes.
std::shared_ptr<const precompiled_bindings> precompiled_bindings_of(const native_bindings&);

}  // namespace fearless::certifier
