// SPDX-License-Identifier: MIT
// Mutant: join reports the panic but loses its payload.
// Breaks: join.result
// Verdict: FAIL
#include "mutant.hpp"

MUTANT(port) {
  port.threads.join = [](auto* handle, auto* result) {
    const auto outcome = reference.threads.join(handle, result);
    if (outcome == FEARLESS_PANICS) {
      result->drop(result->data);
      *result = {};
    }
    return outcome;
  };
}
