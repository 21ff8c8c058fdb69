// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "results.hpp"

namespace fearless::certifier {

/// The run as JUnit XML, with a test suite for each build. UNSUPPORTED and NOTRUN are skipped; INVALID, CRASH, EXIT and
/// TIMEOUT are errors; RACE, DEADLOCK and FAIL are failures.
std::string junit(const results& run);

}  // namespace fearless::certifier
