// SPDX-License-Identifier: MIT
// Mutant: only the thread that loaded the implementation can join; on any other, join gives up.
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
