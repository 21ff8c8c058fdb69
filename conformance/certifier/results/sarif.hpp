// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "results.hpp"

namespace fearless::certifier {

/// The failures of a run in SARIF 2.1.0, which code-scanning views read: a result for each failed row. A row with an
/// explanation has the line of the source where the execution went wrong, and a code flow with the steps of each
/// thread. Files outside the project have absolute names.
std::string sarif(const results& run);

}  // namespace fearless::certifier
