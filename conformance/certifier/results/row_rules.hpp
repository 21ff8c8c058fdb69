// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "results.hpp"

namespace fearless::certifier {

/// What header and rows of a run say that cannot be: a row twice, a claim without a row, a PASS without what a PASS
/// rests on, and so on. One line each; none for a run that the certifier wrote.
std::vector<std::string> impossibilities(const results& run);

}  // namespace fearless::certifier
