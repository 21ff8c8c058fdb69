// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "results.hpp"

namespace fearless::certifier {

/// The run as JUnit's XML, a suite for each build: UNSUPPORTED and NOTRUN are skipped, INVALID, CRASH, EXIT and TIMEOUT
/// are errors, the rest are failures.
std::string junit(const results& run);

}  // namespace fearless::certifier
