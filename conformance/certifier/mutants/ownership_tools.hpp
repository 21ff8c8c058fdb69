// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "files.hpp"
#include "paths.hpp"
#include "precompiled_bindings.hpp"
#include "rust_bindings.hpp"

namespace fearless::certifier {

/// Those who may see that a program is wrong: the two halves of the ownership check, another compiler, and Rust's.
enum class ownership_tool { clang, clang_tidy, gcc, rustc };

inline constexpr std::array ownership_tools{ownership_tool::clang, ownership_tool::clang_tidy, ownership_tool::gcc,
                                            ownership_tool::rustc};

/// `clang`, `clang-tidy`, `g++` or `rustc`.
std::string_view name(ownership_tool);

/// What a tool made of a program.
struct tool_answer {
  bool rejects = false;
  std::string code{};         ///< of what it said; empty where it has none
  bool rejects_twin = false;  ///< the accepted half of the pair too, so that its rejection says nothing
};

/// A program as a tool is given it.
struct asked_program {
  std::filesystem::path file;  ///< absolute; of the program in the tool's own language
  std::string expected;        ///< the code that it is looked for with; empty for none
  bool is_twin = false;        ///< with its other half, the accepted one
};

/// All the tools, each with the reference's names, or those of Rust's own library, compiled in advance.
class ownership_toolset {
 public:
  /// Blocks: for the compilers. Errors: `user_error` where one is missing, or the names don't compile.
  ownership_toolset(const paths&, bool with_rust);

  /// Puts a program before a tool. Blocks: for the tool, at most two minutes. Thread safety: yes.
  [[nodiscard]] tool_answer ask(ownership_tool, const asked_program&) const;

 private:
  [[nodiscard]] checked_program checked(const asked_program&) const;
  [[nodiscard]] tool_answer ask_clang(const asked_program&) const;
  [[nodiscard]] tool_answer ask_tidy(const asked_program&) const;
  [[nodiscard]] tool_answer ask_gcc(const asked_program&) const;
  [[nodiscard]] tool_answer ask_rustc(const asked_program&) const;
  [[nodiscard]] std::vector<std::string> call_of_gcc() const;

  paths where_;
  std::shared_ptr<const precompiled_bindings> bindings_;
  std::shared_ptr<const rust_bindings> rust_bindings_;  ///< null where no program is asked about in Rust
  scratch_folder folder_;
};

/// The code of the first error in what a C++ compiler said: one of ours, or else a warning's `-W…`; empty where the
/// error has none.
std::string code_of(std::string_view output);

}  // namespace fearless::certifier
