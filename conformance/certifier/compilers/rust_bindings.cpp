// SPDX-License-Identifier: MIT
#include "rust_bindings.hpp"

#include <fmt/format.h>

#include "made_once.hpp"

namespace fearless::certifier {

namespace fs = std::filesystem;

rust_vocabulary::rust_vocabulary(const typed_subject& subject) : rustc_(subject.rustc), flags_(subject.flags) {
  flags_.insert(flags_.end(), {"-L", "dependency=" + folder_.path().string()});
  if (subject.replacement) {
    build(*subject.crate, "reference_subject");
    if (answer_.accepted) build(*subject.replacement, "subject");
  } else {
    build(*subject.crate, "subject");
  }
}

void rust_vocabulary::build(const fs::path& root, const char* name) {
  const files_read before = answer_.read;
  answer_ = build_crate({.file = root.filename(), .directory = root.parent_path(), .flags = flags_, .rustc = rustc_},
                        name, folder_.path());
  answer_.read.add(before);
  flags_.insert(flags_.end(), {"--extern", fmt::format("{0}={1}/lib{0}.rlib", name, folder_.path().string())});
}

rust_program rust_vocabulary::program(const paths& where, const fs::path& file) const {
  return {.file = file.lexically_relative(where.source), .directory = where.source, .flags = flags_, .rustc = rustc_};
}

std::shared_ptr<const rust_vocabulary> rust_vocabulary_of(const typed_subject& subject) {
  static made_once<rust_vocabulary> known;
  return known.get(key_of(subject), [&] { return std::make_shared<const rust_vocabulary>(subject); });
}

}  // namespace fearless::certifier
