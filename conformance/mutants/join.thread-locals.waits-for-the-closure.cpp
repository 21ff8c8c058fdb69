// SPDX-License-Identifier: MIT
// Mutant: a join waits until the closure has ended, and not until the thread has.
// Breaks: join.thread-locals
// Verdict: FAIL
#include "awaited_thread.hpp"

MUTANT(port) {
  await_threads<awaited_thread>(port);
}
