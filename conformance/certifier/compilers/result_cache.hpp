// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "dependency_file.hpp"
#include "native_bindings.hpp"
#include "paths.hpp"
#include "sources.hpp"
#include "verdict.hpp"

namespace fearless::certifier {

/// Where the cache stores a result, and what the result depends on besides the files that the tools read.
struct cache_entry {
  std::filesystem::path file;
  std::string basis;                               ///< digest of text, flags, folders, tools and this program
  std::filesystem::path text{};                    ///< the file that was judged, which other results do not depend on
  std::vector<std::filesystem::path> libraries{};  ///< compiled inputs, which must not change during the run
};

/// A result of an earlier run. It is valid as long as its basis and every file that the tools read are unchanged.
struct cached_result {
  verdict seen;
  std::vector<std::string> details;
  std::string judged;             ///< when, in UTC, as `2026-01-31T12:00:00Z`
  std::vector<file_set> files{};  ///< what the tools read
};

/// The entry of a compile-time case. Errors: user_error if a tool is missing.
cache_entry entry_of(const paths&, const case_file&, const native_bindings&);

/// The entry of a text called `name` that clang compiles with the headers of the folder `include`.
/// Errors: user_error if a tool is missing.
cache_entry entry_of(const paths&, const std::string& name, const std::string& text,
                     const std::filesystem::path& include);

/// The stored result, if it is valid. A damaged entry counts as missing. Thread safety: yes, between processes as well.
std::optional<cached_result> find_cached(const cache_entry&);

/// Stores PASS or FAIL. Stores nothing for another verdict, if `read` is incomplete, if a file changed after the run
/// began, or if the folder can't be written. Thread safety: yes.
void store(const cache_entry&, verdict seen, const std::vector<std::string>& details, const files_read& read);

}  // namespace fearless::certifier
