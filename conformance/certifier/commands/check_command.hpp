// SPDX-License-Identifier: MIT
#pragma once

#include "paths.hpp"

namespace fearless::certifier {

/// What `fearless check` is asked for.
struct check_options {
  bool fix = false;  ///< write what follows from the text: the claims' sentences at the heads of the cases
};

/// `fearless check`: the consistency of text, cases, mutants and listings, each violation a line `file:line: what; what
/// to do` on the standard output. Returns the exit code: 0 when they hold, 1 when not. Errors: user_error where they
/// can't be checked.
int check(const paths&, const check_options& = {});

}  // namespace fearless::certifier
