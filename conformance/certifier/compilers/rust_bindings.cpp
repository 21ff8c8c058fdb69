// SPDX-License-Identifier: MIT
#include "rust_bindings.hpp"

#include <fmt/format.h>

#include "made_once.hpp"

namespace fearless::certifier {

namespace fs = std::filesystem;

rust_bindings::rust_bindings(const native_bindings& bindings) : rustc_(bindings.rustc), flags_(bindings.flags) {
  flags_.insert(flags_.end(), {"-L", "dependency=" + folder_.path().string()});
  if (bindings.replacement) {
    build(*bindings.crate, "reference_native");
    if (answer_.accepted) build(*bindings.replacement, "native");
  } else {
    build(*bindings.crate, "native");
  }
}

void rust_bindings::build(const fs::path& root, const char* name) {
  const files_read before = answer_.read;
  answer_ = build_crate({.file = root.filename(), .directory = root.parent_path(), .flags = flags_, .rustc = rustc_},
                        name, folder_.path());
  answer_.read.add(before);
  flags_.insert(flags_.end(), {"--extern", fmt::format("{0}={1}/lib{0}.rlib", name, folder_.path().string())});
}

rust_program rust_bindings::program(const fs::path& source, const fs::path& file) const {
  return {.file = file.lexically_relative(source), .directory = source, .flags = flags_, .rustc = rustc_};
}

std::shared_ptr<const rust_bindings> rust_bindings_of(const native_bindings& bindings) {
  static made_once<rust_bindings> known;
  return known.get(key_of(bindings), [&] { return std::make_shared<const rust_bindings>(bindings); });
}

}  // namespace fearless::certifier
