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
  std::vector<std::string> only;                     ///< claims, mutants or variants; empty: all
  std::optional<unsigned> runs;                      ///< number of runs; default: one
  unsigned jobs = 0;                                 ///< 0: one for each processor
  bool scenarios = false;                            ///< judge by generated scenarios alone
  bool strategies = false;                           ///< compare the strategies that explore schedules
  bool reduces = false;                              ///< with scenarios: each kill is reduced and repeated
  std::optional<std::uint64_t> seed{};               ///< with scenarios: of the first one
  std::optional<std::uint64_t> executions{};         ///< of each strategy in a stress case; default: that of the suite
  std::optional<std::filesystem::path> libraries{};  ///< with strategies: folder of plain libraries of the mutants
};

/// `fearless mutants`: in every run, the cases of its claim must kill each mutant with the verdict that it names, and
/// the reference and the variants must pass the same cases. Writes results/mutants.jsonl, unless `only` selects a part.
/// Returns the exit code: 0 if all of that holds, 1 if not, 2 if a control was missed. With `strategies`, instead: runs
/// each strategy by itself on each mutant whose schedule matters, by default 20 times, and writes
/// results/strategies.jsonl. With `scenarios`, instead: judges the mutants by generated scenarios alone, and writes
/// results/scenarios.jsonl. Errors: `user_error`.
int mutants(const paths& places, const mutants_options& options);

}  // namespace fearless::certifier
