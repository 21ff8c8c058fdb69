// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "files.hpp"
#include "native_bindings.hpp"

namespace fearless::certifier {

/// The flags that compile and link a C++ program against native bindings. Where a mutant stands in for the bindings,
/// they name a temporary folder, which exists as long as this object.
class binding_flags {
 public:
  explicit binding_flags(const native_bindings&);

  /// For the preprocessor and the language.
  [[nodiscard]] const std::vector<std::string>& compiling() const { return compiling_; }
  /// For the linker.
  [[nodiscard]] const std::vector<std::string>& linking() const { return linking_; }
  /// For temporary files.
  [[nodiscard]] const std::filesystem::path& folder() const { return folder_.path(); }

 private:
  scratch_folder folder_;
  std::vector<std::string> compiling_, linking_;
};

}  // namespace fearless::certifier
