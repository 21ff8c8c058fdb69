// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "checks.hpp"

namespace fearless::certifier {

/// A case that the specification's rules for markers make.
struct marker_case {
  std::string file;  ///< relative to the source root
  std::string text;
  const marker_rule* rule;
  const chapter* of;
};

/// The cases of all rules: one for each rule and language. Each has a line for each kind of parameter: a type with both
/// markers, with one of them, and with none. Rules of unknown claims are left out.
std::vector<marker_case> marker_cases(const catalogue& text);

/// The rules against the cases: a case that is missing, was changed by hand, or has no rule any more; a rule of an
/// unknown claim.
std::vector<violation> violations_of_marker_cases(const std::filesystem::path& source, const catalogue& text);

/// Writes each case that differs from its rule. Returns how many files changed. Errors: user_error if a file can't be
/// written.
std::size_t write_marker_cases(const std::filesystem::path& source, const catalogue& text);

}  // namespace fearless::certifier
