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

/// How the strategies are compared.
struct strategy_question {
  std::uint64_t executions;  ///< that each has in each stress case
  std::size_t runs;          ///< each with seeds of its own
  /// Where the mutants' libraries are, which are plain; none: the build's own, instrumented and plain.
  std::optional<std::filesystem::path> libraries{};
};

/// Lets each strategy by itself search for each of the mutants whose schedule matters, in the stress cases of its own
/// claim: all strategies where the library is instrumented, and those that need no eyes inside it where it is not.
/// A race needs the detector, so that it is looked for in instrumented libraries alone.
/// Errors: `user_error` where there is no such mutant or one does not load, `interrupted`.
strategy_matrix compare_strategies(const std::vector<mutant_file>& mutants, const strategy_question& question,
                                   const run_context& where, const std::vector<case_file>& files, terminal& screen);

/// A table for each build: executions to the kill.
void print_matrix(const strategy_matrix& matrix, terminal& screen);

}  // namespace fearless::certifier
