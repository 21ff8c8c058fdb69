// SPDX-License-Identifier: MIT
#pragma once

#include "paths.hpp"

namespace fearless::certifier {

/// `fearless check`: the three laws, each violation a line `file:line: what; what to do` on the standard output.
/// Returns the exit code: 0 when they hold, 1 when not. Errors: user_error where they can't be checked.
int check(const paths&);

}  // namespace fearless::certifier
