// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <vector>

#include "row_runner.hpp"
#include "sources.hpp"
#include "strategy_matrix.hpp"
#include "terminal.hpp"

namespace fearless::certifier {

/// The size of a comparison of strategies.
struct strategy_question {
  std::uint64_t executions;  ///< of each strategy in each stress case
  std::size_t runs;          ///< each with seeds of its own
  unsigned jobs;             ///< searches at once
  /// Folder of plain libraries of the mutants; none: the libraries of the build, plain and instrumented.
  std::optional<std::filesystem::path> libraries{};
};

/// Compares the strategies: each by itself explores schedules in the stress cases of each mutant whose schedule
/// matters. Instrumented libraries are searched by all strategies, plain ones by those that need no interception of
/// atomics. Mutants with a data race are searched in instrumented libraries only, where the detector reports it.
/// Errors: `user_error` if there is no such mutant or one does not load, `interrupted`.
strategy_matrix compare_strategies(const std::vector<mutant_file>& mutants, const strategy_question& question,
                                   const run_context& where, const std::vector<case_file>& files, terminal& screen);

/// Prints a table for each build: executions until the mutant is found.
void print_matrix(const strategy_matrix& matrix, terminal& screen);

}  // namespace fearless::certifier
