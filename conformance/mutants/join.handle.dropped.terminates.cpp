// SPDX-License-Identifier: MIT
// Mutant: the drop of an unjoined handle ends the process.
// Breaks: join.handle.dropped
// Verdict: CRASH
#include <exception>

#include "mutant.hpp"

MUTANT(port) {
  port.threads.detach = [](fearless_thread*) { std::terminate(); };
}
