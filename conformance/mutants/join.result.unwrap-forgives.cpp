// SPDX-License-Identifier: MIT
// Mutant: unwrapping the error of a thread that panicked returns an invented value.
// Breaks: join.result
// Verdict: FAIL
#include "mutant.hpp"

MUTANT(port) {
  port.threads.join_unwrap = [](auto* handle, auto* result) {
    reference.threads.join_unwrap(handle, result);
    return FEARLESS_RETURNS;
  };
}
