// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <set>
#include <span>
#include <string>

namespace fearless::certifier {

/// The source files that a library was compiled from, as its debug information names them.
struct source_files {
  std::map<std::string, std::set<std::string>> digests{};  ///< by path: MD5 as bytes, none if the compiler states none
  std::string unknown{};                                   ///< why they can't be told; empty if they can
};

/// Sections of debug information in DWARF, which may hold anything.
struct debug_sections {
  std::span<const std::uint8_t> lines{}, line_texts{}, texts{};
};

/// Reads the tables of files, of DWARF 2 to 5, without those of the system. Never fails: what can't be read is unknown.
source_files source_files_in(const debug_sections& sections);

/// Compares what the plain and the instrumented build of a library were compiled from, and says in one line what is
/// known. Errors: `user_error` if both name a file that has other contents in the other build, or if they have no
/// source file in common.
std::string compare_sources(const std::filesystem::path& plain, const std::filesystem::path& instrumented);

/// The same for what was read from these libraries.
std::string compare_sources(const std::filesystem::path& plain, const source_files& of_plain,
                            const std::filesystem::path& instrumented, const source_files& of_instrumented);

}  // namespace fearless::certifier
