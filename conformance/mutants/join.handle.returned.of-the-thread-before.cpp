// SPDX-License-Identifier: MIT
// Mutant: spawn returns the handle of the previously spawned thread.
// Breaks: join.handle.returned
// Verdict: FAIL
#include <utility>

#include "wrapped_closure.hpp"

MUTANT(port) {
  port.threads.spawn = [](fearless_closure closure) {
    static fearless_thread* before = thread_that_ends(FEARLESS_RETURNS, {});
    return std::exchange(before, reference.threads.spawn(closure));
  };
}
