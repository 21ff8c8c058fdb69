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
};

/// The violations in a recording, the earliest first; none where every claim was kept. Of an execution that has not
/// finished, it says which steps should have returned. Nothing is said about a recording that is not complete.
std::vector<violation> judge(const recording& all);

}  // namespace scenarios
