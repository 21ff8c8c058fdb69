// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "paths.hpp"

namespace fearless::certifier {

struct mutants_options {
  std::vector<std::string> only;                     ///< ids of claims, mutants or variants; empty: all
  std::optional<unsigned> runs;                      ///< how often everything is repeated; default: once
  unsigned jobs = 0;                                 ///< 0: one for each processor
  bool strategies = false;                           ///< compare the strategies that search for a schedule
  std::optional<std::uint64_t> executions{};         ///< of each strategy in a stress case; default: the suite's own
  std::optional<std::filesystem::path> libraries{};  ///< with strategies: where the mutants' plain libraries are
};

/// `fearless mutants`: each defect must be killed by its own claim's cases, through the verdict that it names, in every
/// run; the reference and the correct but odd variants must pass the same cases. Writes results/mutants.jsonl, unless
/// `only` selects a part. Returns the exit code: 0 where all of that holds, 1 where not, 2 where a control was missed.
/// With `strategies`, instead: each strategy by itself against each mutant whose schedule matters, 20 times or as often
/// as asked for, and results/strategies.jsonl. Errors: `user_error`.
int mutants(const paths& places, const mutants_options& options);

}  // namespace fearless::certifier
