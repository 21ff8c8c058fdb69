// SPDX-License-Identifier: MIT
#include "native_bindings.hpp"

#include <fmt/format.h>

#include "toolbox.hpp"

namespace fearless::certifier {

std::string key_of(const typed_subject& subject) {
  std::string key = subject.replacement.value_or("").string();
  if (subject.crate) key += fmt::format("\n{}\n{}", subject.crate->string(), subject.rustc);
  for (const std::filesystem::path& include : subject.include) key += "\n-I" + include.string();
  for (const std::string& flag : subject.flags) key += "\n" + flag;
  return key;
}

typed_subject vocabulary_subject(const implementation& subject) {
  return {.include = subject.vocabulary->include,
          .flags = subject.vocabulary->flags,
          .replacement = {},
          .name = subject.name,
          .crate = subject.vocabulary->crate,
          .rustc = subject.vocabulary->rustc.empty() ? tools::rustc.program : subject.vocabulary->rustc};
}

}  // namespace fearless::certifier
