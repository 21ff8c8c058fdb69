// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "row_runner.hpp"
#include "scenario_matrix.hpp"
#include "sources.hpp"
#include "terminal.hpp"

namespace fearless::certifier {

/// How mutants are judged by generated scenarios.
struct scenario_question {
  std::uint64_t first_seed = 1;
  std::size_t runs = 1;  ///< each with seeds of its own
  bool reduces = false;  ///< whether the kill of the first run is reduced and repeated
  unsigned jobs = 1;     ///< searches at once
};

/// Judges mutants by generated scenarios alone, without any case: those that have a library and break a claim that the
/// scenarios judge. Judges correct implementations as well, by the scenarios of the first seed. Blocks. Errors:
/// `user_error` if there is neither such a mutant nor a correct implementation, `interrupted`.
scenario_matrix judge_by_scenarios(const std::vector<mutant_file>& mutants, const std::vector<implementation>& correct,
                                   const scenario_question& question, const run_context& where, terminal& screen);

/// Prints what was found in correct implementations, how many mutants were killed, how soon, and how far the kills were
/// reduced.
void print_matrix(const scenario_matrix& matrix, terminal& screen);

}  // namespace fearless::certifier
