// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "combined_unit.hpp"
#include "files.hpp"
#include "paths.hpp"
#include "precompiled_bindings.hpp"
#include "rust_bindings.hpp"

namespace fearless::certifier {

/// Tools that may reject a wrong program: the two parts of the ownership check, another C++ compiler, and rustc.
enum class ownership_tool { clang, clang_tidy, gcc, rustc };

inline constexpr std::array ownership_tools{ownership_tool::clang, ownership_tool::clang_tidy, ownership_tool::gcc,
                                            ownership_tool::rustc};

/// `clang`, `clang-tidy`, `g++` or `rustc`.
std::string_view name(ownership_tool);

/// The answer of a tool to a program.
struct tool_answer {
  bool rejects = false;
  std::string code{};         ///< of its error; empty if it has none
  bool rejects_twin = false;  ///< it rejects the accepted twin as well, so its rejection says nothing
};

/// A program for a tool.
struct asked_program {
  std::filesystem::path file;  ///< absolute; in the tool's language
  std::string expected;        ///< the expected code; empty for none
  bool is_twin = false;        ///< whether to check the accepted twin
};

/// All tools, each with the precompiled native bindings of the reference, or of Rust's standard library.
class ownership_toolset {
 public:
  /// `programs`: those in C++ that tools will be asked about; clang-tidy and g++ are asked about many of them at once.
  /// Blocks: for the compilers. Errors: `user_error` if a tool is missing or the bindings do not compile.
  ownership_toolset(const paths&, const std::vector<std::filesystem::path>& programs, bool with_rust);

  /// Calls a tool for a program. Blocks: for the tool, at most two minutes. Thread safety: yes.
  [[nodiscard]] tool_answer ask(ownership_tool, const asked_program&) const;

 private:
  [[nodiscard]] checked_program checked(const asked_program&) const;
  [[nodiscard]] tool_answer ask_clang(const asked_program&) const;
  [[nodiscard]] tool_answer ask_tidy(const asked_program&) const;
  [[nodiscard]] tool_answer ask_gcc(const asked_program&) const;
  [[nodiscard]] tool_answer ask_rustc(const asked_program&) const;
  [[nodiscard]] std::vector<std::string> call_of_gcc() const;
  [[nodiscard]] std::vector<std::string> call_of_gcc_for_program() const;
  [[nodiscard]] unit_answers ask_tidy_together(const std::vector<unit_program>&) const;
  [[nodiscard]] unit_answers ask_gcc_together(const std::vector<unit_program>&) const;

  paths where_;
  std::shared_ptr<const precompiled_bindings> bindings_;
  std::shared_ptr<const rust_bindings> rust_bindings_;  ///< null if there are no programs in Rust
  scratch_folder folder_;
  unit_answers tidy_, twins_of_gcc_;
};

/// The code of the first error in the output of a C++ compiler: a code of Fearless, or `-W…`; empty if the error has
/// none.
std::string code_of(std::string_view output);

}  // namespace fearless::certifier
