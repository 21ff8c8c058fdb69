// SPDX-License-Identifier: MIT
#include "precompiled_bindings.hpp"

#include "files.hpp"
#include "made_once.hpp"

namespace fearless::certifier {

namespace fs = std::filesystem;

precompiled_bindings::precompiled_bindings(const native_bindings& bindings) : flags_(bindings) {
  write_text(folder() / "native_bindings.hpp", "#include <native.hpp>\n");
  answer_ = precompile({.file = "native_bindings.hpp", .directory = folder(), .flags = flags_.compiling()},
                       folder() / "native_bindings.pch");
  answer_.read.forget_below(folder());
  if (answer_.accepted)
    macros_ = macros_of({.file = "native_bindings.hpp", .directory = folder(), .flags = flags_.compiling()}, folder());
}

checked_program precompiled_bindings::program(const fs::path& source, const fs::path& file) const {
  return {.file = file.lexically_relative(source),
          .directory = source,
          .flags = flags_.compiling(),
          .precompiled = folder() / "native_bindings.pch"};
}

std::shared_ptr<const precompiled_bindings> precompiled_bindings_of(const native_bindings& bindings) {
  static made_once<precompiled_bindings> known;
  return known.get(key_of(bindings), [&] { return std::make_shared<const precompiled_bindings>(bindings); });
}

}  // namespace fearless::certifier
