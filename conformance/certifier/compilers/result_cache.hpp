// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "compile_time_case.hpp"
#include "compile_time_finding.hpp"
#include "paths.hpp"
#include "sources.hpp"

namespace fearless::certifier {

/// What the compiler decided the last time, kept in the build folder as long as nothing has changed that it depends on:
/// the case, every file that was read for it, what is in the folders that headers are looked for in, the flags, the
/// tools, and this program itself.
struct cached_result {
  verdict seen;
  std::vector<std::string> details;
  std::string judged;  ///< when, in UTC, as `2026-01-31T12:00:00Z`
};

/// The result that was kept of a case, if it still holds; what can't be understood is as if it were not there.
/// Thread safety: yes, also among processes. Errors: user_error where a tool is missing.
std::optional<cached_result> find_cached(const paths&, const case_file&, const native_bindings&);

/// Keeps PASS or FAIL, and nothing else: nor where it is not known what was read, or where that has changed since the
/// run began. Where the build folder can't be written nothing is kept. Else as find_cached.
void store(const paths&, const case_file&, const native_bindings&, const finding&);

}  // namespace fearless::certifier
