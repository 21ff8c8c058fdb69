// SPDX-License-Identifier: MIT
#include "binding_flags.hpp"

#include <fmt/format.h>

namespace fearless::certifier {

namespace fs = std::filesystem;

namespace {

/// Whether a flag is for the linker.
bool names_library(const std::string& flag) {
  return !flag.starts_with('-') || flag.starts_with("-l") || flag.starts_with("-L") || flag.starts_with("-Wl,");
}

std::string forward_to(const fs::path& header) {
  return fmt::format("#pragma once\n#include \"{}\"\n", header.string());
}

}  // namespace

binding_flags::binding_flags(const native_bindings& bindings) {
  if (bindings.replacement) {
    write_text(folder() / "native.hpp", forward_to(*bindings.replacement));
    for (const fs::path& include : bindings.include)
      if (fs::exists(include / "native.hpp"))
        write_text(folder() / "reference_native.hpp", forward_to(include / "native.hpp"));
    compiling_.push_back("-I" + folder().string());
  }
  for (const fs::path& include : bindings.include) compiling_.push_back("-I" + include.string());
  for (const std::string& flag : bindings.flags) (names_library(flag) ? linking_ : compiling_).push_back(flag);
}

}  // namespace fearless::certifier
