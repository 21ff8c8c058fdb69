// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dependency_file.hpp"

namespace fearless::certifier {

/// A program to check: by clang with the analyses that report a use after a move or a dangling reference as errors, or
/// by a check of clang-tidy, if the expected diagnostic is one of that.
struct checked_program {
  std::filesystem::path file;  ///< relative to `directory`, so that messages are the same in every tree
  std::filesystem::path directory;
  std::vector<std::string> flags;                                   ///< include folders, definitions, language options
  std::optional<std::filesystem::path> precompiled = std::nullopt;  ///< a header precompiled with the same flags
};

/// The result of the ownership check of a program.
struct ownership_answer {
  bool accepted = false;
  bool timed_out = false;
  bool completed = false;           ///< the tool ended by itself and not by a signal
  std::string output;               ///< everything that the tool printed
  std::vector<std::string> errors;  ///< the lines `file:line:column: error: …`, in order
  files_read read{};

  /// The first error with this code, or null. A code of Fearless is part of the text; `-W…` and the name of a tidy
  /// check are in brackets at the end.
  [[nodiscard]] const std::string* error_with(std::string_view code) const;
};

/// A code as diagnostics show it: `closure-borrows` as `fearless[closure-borrows]`; the name of a warning or of a tidy
/// check unchanged.
std::string diagnostic_code(std::string_view said);

/// Whether a code is the name of a clang-tidy check: neither a code of Fearless nor a warning option.
bool is_tidy_check(std::string_view code);

/// The compiler's command line for the ownership check, without flags and file.
std::vector<std::string> ownership_compiler();

/// A tool's output, with the names of files below `folder` relative to it.
std::string without_folder(std::string text, const std::filesystem::path& folder);

/// Calls a tool whose last arguments are those of a compiler for one file. Otherwise as check_ownership.
ownership_answer ask_tool(std::vector<std::string> call, const std::filesystem::path& directory, bool links = false);

/// Checks a program with the tool that reports `code`, without writing files. Blocks: until the tool ends, at most two
/// minutes. Thread safety: yes. Errors: user_error if the tool is missing.
ownership_answer check_ownership(const checked_program&, std::string_view code);

/// Compiles a program with the compiler's part of the ownership check, and links it. Otherwise as check_ownership.
ownership_answer build_checked(const checked_program&, const std::filesystem::path& executable,
                               const std::vector<std::string>& libraries);

/// The macros that a header and the flags define, without those of the system's files and of the compiler: by name,
/// with the text that follows the name. `folder` is for temporary files. Otherwise as check_ownership.
std::map<std::string, std::string> macros_of(const checked_program& header, const std::filesystem::path& folder);

/// Precompiles a header into `precompiled`. Otherwise as check_ownership.
ownership_answer precompile(const checked_program& header, const std::filesystem::path& precompiled);

}  // namespace fearless::certifier
