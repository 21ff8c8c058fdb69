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

/// A mutant, judged once by the cases of its claim.
struct trial {
  enum class ending { killed, survived, broken };

  ending end = ending::survived;
  verdict seen = verdict::pass;  ///< of the case that killed it, or the worst; unused if broken
  std::string case_name;         ///< the case with that verdict
  std::optional<build_kind> build;
  long milliseconds = 0;             ///< until it was killed, or of all cases
  std::vector<std::string> details;  ///< of that verdict, or why it is broken
};

/// Whether a cost case judges this mutant. Then nothing else may run at the same time.
bool needs_quiet(const mutant_file& mutant, const suites& programs);

/// Runs the cases of a mutant's claim against it until one has the verdict that kills it. `where.under_test` is a
/// correct implementation; a mutant of native bindings stands in for its bindings. Errors: `user_error`, `interrupted`.
/// Thread safety: any number of trials may run at once.
trial try_mutant(const mutant_file& mutant, const run_context& where, const std::vector<case_file>& files);

}  // namespace fearless::certifier
