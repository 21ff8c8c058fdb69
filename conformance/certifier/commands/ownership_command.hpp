// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <optional>

#include "paths.hpp"

namespace fearless::certifier {

struct gate_options {
  std::optional<std::filesystem::path> out;  ///< the folder of gate.jsonl; default: the build's results
  unsigned jobs = 0;                         ///< 0: one for each processor
};

/// `fearless gate`: which tool rejects which wrong program. A tool that rejects the accepted half of a pair too has
/// seen nothing. Writes gate.jsonl. Returns the exit code: 0 where the tools saw what is written in the programs, 1
/// where not. Errors: `user_error`, `interrupted`.
int gate(const paths& places, const gate_options& options);

}  // namespace fearless::certifier
