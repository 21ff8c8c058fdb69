// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dependency_file.hpp"

namespace fearless::certifier {

/// A program that is put before the ownership check: clang with the analyses that see a use after a move or a dangling
/// reference as errors, and clang-tidy's check where the diagnostic that is looked for is one of its.
struct checked_program {
  std::filesystem::path file;  ///< relative to `directory`, so that messages don't depend on where the tree stands
  std::filesystem::path directory;
  std::vector<std::string> flags;  ///< includes, definitions and options of the language
  std::optional<std::filesystem::path> precompiled = std::nullopt;  ///< a header of this very compiler and these flags
};

/// What the ownership check said of a program.
struct ownership_answer {
  bool accepted = false;
  bool timed_out = false;
  std::string output;               ///< all that it said
  std::vector<std::string> errors;  ///< its error lines, `file:line:column: error: …`, in order
  files_read read{};

  /// The first error line that carries this code, or null: one of ours in its text, `-W…` or a tidy check as its name
  /// in brackets.
  [[nodiscard]] const std::string* error_with(std::string_view code) const;
};

/// A code as it stands in a diagnostic: `closure-borrows` is `fearless[closure-borrows]`; the name of a compiler's
/// warning or of a tidy check is itself.
std::string diagnostic_code(std::string_view said);

/// Whether a code is the name of a clang-tidy check, being neither one of ours nor a warning option.
bool is_tidy_check(std::string_view code);

/// The compiler's own half of the ownership check, without the program: how it is called before `file` and flags are
/// added.
std::vector<std::string> ownership_compiler();

/// A tool's output, with the names of files below `folder` relative to it.
std::string without_folder(std::string text, const std::filesystem::path& folder);

/// Puts a program before the half of the ownership check that knows `code`, without making anything.
/// Blocks: until the compiler ends, at most two minutes. Thread safety: yes. Errors: user_error where the tool is
/// missing.
ownership_answer check_ownership(const checked_program&, std::string_view code);

/// Compiles and links a program through the compiler's half of the ownership check, into `executable`. Else as
/// check_ownership.
ownership_answer build_checked(const checked_program&, const std::filesystem::path& executable,
                               const std::vector<std::string>& libraries);

/// Compiles a header in advance, into `precompiled`. Else as check_ownership.
ownership_answer precompile(const checked_program& header, const std::filesystem::path& precompiled);

}  // namespace fearless::certifier
