// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "scenarios/recording.hpp"

namespace scenarios {

/// What an execution did although the claims forbid it.
struct violation {
  std::vector<std::string> claims;  ///< the sentences that it breaks, the most specific first
  std::string what;                 ///< in one line
  std::string rule;                 ///< the rule of the model that says so: violations of one rule are of one kind
};

/// The violations in a recording, the earliest first; none where every claim was kept. Of an execution that has not
/// finished, it says which steps should have returned. Nothing is said about a recording that is not complete.
std::vector<violation> judge(const recording& all);

/// Of an execution that was stopped: the steps that it was in, each with the claims that would be broken if it never
/// returned.
std::vector<violation> unended(const recording& all);

}  // namespace scenarios
