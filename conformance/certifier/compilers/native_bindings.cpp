// SPDX-License-Identifier: MIT
#include "native_bindings.hpp"

#include <fmt/format.h>

#include "toolbox.hpp"

namespace fearless::certifier {

std::string key_of(const native_bindings& bindings) {
  std::string key = bindings.replacement.value_or("").string();
  if (bindings.crate) key += fmt::format("\n{}\n{}", bindings.crate->string(), bindings.rustc);
  for (const std::filesystem::path& include : bindings.include) key += "\n-I" + include.string();
  for (const std::string& flag : bindings.flags) key += "\n" + flag;
  return key;
}

native_bindings bindings_of(const implementation& under_test) {
  return {
      .include = under_test.native_bindings->include,
      .flags = under_test.native_bindings->flags,
      .replacement = {},
      .name = under_test.name,
      .crate = under_test.native_bindings->crate,
      .rustc = under_test.native_bindings->rustc.empty() ? tools::rustc.program : under_test.native_bindings->rustc};
}

}  // namespace fearless::certifier
