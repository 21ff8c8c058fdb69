// SPDX-License-Identifier: MIT
// Mutant: `join` does not wait for the thread.
// Breaks: join.position.before, join.waits
// Verdict: FAIL
#include "mutant.hpp"

MUTANT(port) {
  port.threads.join = [](auto* handle, auto* result) {
    reference.threads.detach(handle);
    *result = {};
    return FEARLESS_RETURNS;
  };
}
