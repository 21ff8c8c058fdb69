// SPDX-License-Identifier: MIT
#pragma once

#include "paths.hpp"

namespace fearless::certifier {

/// `fearless check`: prints a line `file:line: problem; what to do` for each violation of a consistency check.
/// Returns the exit code: 0 without violations, 1 with. Errors: user_error if a check can't run.
int check(const paths&);

}  // namespace fearless::certifier
