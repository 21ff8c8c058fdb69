// SPDX-License-Identifier: MIT
// Mutant: the drop of a join handle waits for its thread.
// Breaks: join.handle.dropped
// Verdict: DEADLOCK
#include "mutant.hpp"

MUTANT(port) {
  port.threads.detach = [](auto* handle) {
    fearless_value result{};
    reference.threads.join(handle, &result);
    if (result.drop != nullptr) result.drop(result.data);
  };
}
