// SPDX-License-Identifier: MIT
// Mutant: join works only on the thread that loaded the implementation.
// Breaks: join.handle.owned.moves
// Verdict: FAIL
#include <unistd.h>

#include "mutant.hpp"

static const pid_t only_thread = gettid();

MUTANT(port) {
  port.threads.join = [](auto* handle, auto* result) {
    if (gettid() == only_thread) return reference.threads.join(handle, result);
    reference.threads.detach(handle);
    *result = {};
    return FEARLESS_RETURNS;
  };
}
