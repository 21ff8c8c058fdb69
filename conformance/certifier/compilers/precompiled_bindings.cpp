// SPDX-License-Identifier: MIT
#include "precompiled_bindings.hpp"

#include <fmt/format.h>

#include "made_once.hpp"

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

precompiled_bindings::precompiled_bindings(const native_bindings& bindings) {
  if (bindings.replacement) {
    write_text(folder_.path() / "native.hpp", forward_to(*bindings.replacement));
    for (const fs::path& include : bindings.include)
      if (fs::exists(include / "native.hpp"))
        write_text(folder_.path() / "reference_native.hpp", forward_to(include / "native.hpp"));
    flags_.push_back("-I" + folder_.path().string());
  }
  for (const fs::path& include : bindings.include) flags_.push_back("-I" + include.string());
  for (const std::string& flag : bindings.flags) (names_library(flag) ? libraries_ : flags_).push_back(flag);
  write_text(folder_.path() / "native_bindings.hpp", "#include <native.hpp>\n");
  answer_ = precompile({.file = "native_bindings.hpp", .directory = folder_.path(), .flags = flags_},
                       folder_.path() / "native_bindings.pch");
  answer_.read.forget_below(folder_.path());
}

checked_program precompiled_bindings::program(const fs::path& source, const fs::path& file) const {
  return {.file = file.lexically_relative(source),
          .directory = source,
          .flags = flags_,
          .precompiled = folder_.path() / "native_bindings.pch"};
}

std::shared_ptr<const precompiled_bindings> precompiled_bindings_of(const native_bindings& bindings) {
  static made_once<precompiled_bindings> known;
  return known.get(key_of(bindings), [&] { return std::make_shared<const precompiled_bindings>(bindings); });
}

}  // namespace fearless::certifier
