// SPDX-License-Identifier: MIT
// Mutant: the drop of a join handle drops neither the handle nor the result.
// Breaks: join.handle.result
// Verdict: DEADLOCK
#include "awaited_thread.hpp"

MUTANT(port) {
  await_threads<awaited_thread>(port);
  port.threads.detach = [](fearless_thread*) {};
}
