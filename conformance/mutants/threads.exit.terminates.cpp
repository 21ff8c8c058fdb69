// SPDX-License-Identifier: MIT
// Mutant: a thread that runs at the end of the process makes the process crash.
// Breaks: threads.exit
// Verdict: FAIL
#include <exception>

#include "mutant.hpp"

struct must_have_finished {
  bool any = false;
  ~must_have_finished() {
    if (any) std::terminate();
  }
};
static must_have_finished threads;

MUTANT(port) {
  port.threads.detach = [](auto* handle) {
    threads.any = true;
    reference.threads.detach(handle);
  };
}
