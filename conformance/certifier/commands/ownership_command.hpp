// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <optional>

#include "paths.hpp"

namespace fearless::certifier {

struct ownership_options {
  std::optional<std::filesystem::path> out;  ///< the folder of ownership.jsonl; default: the build's results
  unsigned jobs = 0;                         ///< 0: one for each processor
};

/// `fearless ownership`: shows which tool rejects which wrong program. A tool that rejects the accepted twin as well
/// counts as one that does not. Writes ownership.jsonl. Returns the exit code: 0 if the tools answer as the programs
/// expect, 1 if not. Errors: `user_error`, `interrupted`.
int ownership(const paths& places, const ownership_options& options);

}  // namespace fearless::certifier
