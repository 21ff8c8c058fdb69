// SPDX-License-Identifier: MIT
// Mutant: where no thread can be started, the process ends.
// Breaks: threads.spawn.no-thread
// Verdict: FAIL
#include <cstdlib>

#include "mutant.hpp"

MUTANT(port) {
  port.threads.spawn = [](fearless_closure closure) {
    auto* const thread = reference.threads.spawn(closure);
    if (thread == nullptr) std::abort();
    return thread;
  };
}
