// SPDX-License-Identifier: MIT
// Mutant: join reports a panic as a success.
// Breaks: join.result
// Verdict: FAIL
#include "mutant.hpp"

MUTANT(port) {
  port.threads.join = [](auto* handle, auto* result) {
    reference.threads.join(handle, result);
    return FEARLESS_RETURNS;
  };
}
