// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "tool_names.hpp"

namespace fearless::certifier {

/// A program that the certifier calls, its purpose, and the command that installs it.
struct tool {
  const char* program;
  const char* purpose;
  const char* remedy;
};

namespace tools {

inline constexpr tool clang{tool_names::clang, "compiles the compile-time cases and the instrumented suite",
                            "apt-get install clang-" FEARLESS_LLVM_RELEASE " libclang-rt-" FEARLESS_LLVM_RELEASE
                            "-dev"};
inline constexpr tool clang_tidy{tool_names::clang_tidy, "detects a use after a move",
                                 "apt-get install clang-tidy-" FEARLESS_LLVM_RELEASE};
inline constexpr tool rustc{"rustc", "compiles the compile-time cases in Rust", "apt-get install rustc"};
inline constexpr tool symbolizer{tool_names::symbolizer, "adds names to the race detector's reports",
                                 "apt-get install llvm-" FEARLESS_LLVM_RELEASE};
inline constexpr tool gcc{"g++", "builds the plain suite", "apt-get install g++"};
inline constexpr tool pandoc{"pandoc", "reads the specification and makes the pages", "apt-get install pandoc"};
inline constexpr tool cmake_format{"cmake-format", "checks the layout of the CMake files",
                                   "apt-get install cmake-format"};

}  // namespace tools

/// The path of a program on PATH, or nothing. A name with a slash is a path.
std::optional<std::filesystem::path> find_program(std::string_view name);

/// Checks that a tool is installed. Errors: user_error with the command that installs it.
void require(const tool&);

/// The same for a certain rustc, a name or a path.
void require_rustc(const std::string& which);

}  // namespace fearless::certifier
