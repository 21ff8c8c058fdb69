// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "paths.hpp"

namespace fearless::certifier {

struct mutants_options {
  std::vector<std::string> only;  ///< ids of claims, mutants or variants; empty: all
  unsigned runs = 1;              ///< how often everything is repeated
  unsigned jobs = 0;              ///< 0: one for each processor
};

/// `fearless mutants`: each defect must be killed by its own claim's cases, through the verdict that it names, in every
/// run; the reference and the correct but odd variants must pass the same cases. Writes results/mutants.jsonl, unless
/// `only` selects a part. Returns the exit code: 0 where all of that holds, 1 where not, 2 where a control was missed.
/// Errors: `user_error`.
int mutants(const paths& places, const mutants_options& options);

}  // namespace fearless::certifier
