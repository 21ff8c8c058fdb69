// SPDX-License-Identifier: MIT
#include "precompiled_bindings.hpp"

#include <fmt/format.h>

#include "made_once.hpp"

namespace fearless::certifier {

namespace fs = std::filesystem;

namespace {

/// Whether a flag is for the linker, so that it says nothing to a compiler that links nothing.
bool names_library(const std::string& flag) {
  return !flag.starts_with('-') || flag.starts_with("-l") || flag.starts_with("-L") || flag.starts_with("-Wl,");
}

std::string forward_to(const fs::path& header) {
  return fmt::format("#pragma once\n#include \"{}\"\n", header.string());
}

}  // namespace

precompiled_vocabulary::precompiled_vocabulary(const typed_subject& subject) {
  if (subject.replacement) {
    write_text(folder_.path() / "subject.hpp", forward_to(*subject.replacement));
    for (const fs::path& include : subject.include)
      if (fs::exists(include / "subject.hpp"))
        write_text(folder_.path() / "reference_subject.hpp", forward_to(include / "subject.hpp"));
    flags_.push_back("-I" + folder_.path().string());
  }
  for (const fs::path& include : subject.include) flags_.push_back("-I" + include.string());
  for (const std::string& flag : subject.flags) (names_library(flag) ? libraries_ : flags_).push_back(flag);
  write_text(folder_.path() / "vocabulary.hpp", "#include <subject.hpp>\n");
  answer_ = precompile({.file = "vocabulary.hpp", .directory = folder_.path(), .flags = flags_},
                       folder_.path() / "vocabulary.pch");
  answer_.read.forget_below(folder_.path());
}

gated_program precompiled_vocabulary::program(const paths& where, const fs::path& file) const {
  return {.file = file.lexically_relative(where.source),
          .directory = where.source,
          .flags = flags_,
          .precompiled = folder_.path() / "vocabulary.pch"};
}

std::shared_ptr<const precompiled_vocabulary> vocabulary_of(const typed_subject& subject) {
  static made_once<precompiled_vocabulary> known;
  return known.get(key_of(subject), [&] { return std::make_shared<const precompiled_vocabulary>(subject); });
}

}  // namespace fearless::certifier
