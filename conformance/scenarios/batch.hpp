// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "scenarios/scenario.hpp"

namespace scenarios {

/// A scenario, and how the test program executes it.
struct batch_entry {
  std::string strategy;
  std::uint64_t seed = 1,
                executions = 1;  ///< of the first execution; how many follow each other, each with the next seed
  scenario what;
};

/// The text of a file that has the test program execute scenarios: for each a line `run STRATEGY:SEED x EXECUTIONS`,
/// and its text.
std::string text_of(const std::vector<batch_entry>& batch);

/// Reads such a file. Errors: `std::invalid_argument`, as `parse`.
std::vector<batch_entry> parse_batch(std::string_view text);

}  // namespace scenarios
