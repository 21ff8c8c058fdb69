// SPDX-License-Identifier: MIT
// Mutant: the process waits at its end for threads whose handles were dropped.
// Breaks: threads.exit
// Verdict: DEADLOCK
#include <vector>

#include "mutant.hpp"

struct left_running {
  std::vector<fearless_thread*> handles;
  ~left_running() {
    fearless_value ignored{};
    for (auto* const each : handles) reference.threads.join(each, &ignored);
  }
};
static left_running threads;

MUTANT(port) {
  port.threads.detach = [](auto* handle) { threads.handles.push_back(handle); };
}
