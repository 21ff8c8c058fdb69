// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "implementation.hpp"
#include "plan.hpp"
#include "row_runner.hpp"
#include "sources.hpp"
#include "verdict.hpp"

namespace fearless::certifier {

/// One attempt to kill a mutant by the cases of one claim that it breaks.
struct trial {
  enum class ending { killed, survived, broken };

  ending end = ending::survived;
  verdict seen = verdict::pass;  ///< of the case that killed it, or the worst; unused if broken
  std::string case_name;         ///< the case with that verdict
  std::optional<build_kind> build;
  long milliseconds = 0;             ///< until it was killed, or of all cases
  std::vector<std::string> details;  ///< of that verdict, or why it is broken
};

/// Whether a case that measures a cost is among those that may kill the mutant so: then nothing else may run beside it.
bool needs_quiet(const mutant_file& mutant, const expected_kill& kill, const suites& programs);

/// Runs the cases that may kill the mutant so, until one gives exactly that verdict. `where.under_test` is a correct
/// implementation, whose native bindings a mutant of native bindings replaces.
/// Errors: `user_error`, `interrupted`. Thread safety: any number of trials may be under way at once.
trial try_mutant(const mutant_file& mutant, const expected_kill& kill, const run_context& where,
                 const std::vector<case_file>& files);

}  // namespace fearless::certifier
