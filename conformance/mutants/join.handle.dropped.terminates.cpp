// SPDX-License-Identifier: MIT
// Mutant: dropping a handle that was not used to join ends the process.
// Breaks: join.handle.dropped
// Verdict: CRASH
#include <exception>

#include "mutant.hpp"

MUTANT(port) {
  port.threads.detach = [](fearless_thread*) { std::terminate(); };
}
