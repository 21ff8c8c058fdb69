// SPDX-License-Identifier: MIT
// Mutant: the values that were moved to the thread are not dropped if the handle was dropped.
// Breaks: closures.move.transfers.owner
// Verdict: DEADLOCK
// Case: closures.move.transfers.owner.unjoined.run
#include <atomic>

#include "mutant.hpp"

static std::atomic<bool> unjoined = false;

MUTANT(port) {
  port.threads.spawn = [](fearless_closure closure) {
    return reference.threads.spawn({
        .env = new fearless_closure(closure),
        .call =
            [](void* env, fearless_value* result) {
              const auto& owned = *static_cast<fearless_closure*>(env);
              const auto outcome = owned.call(owned.env, result);
              if (!unjoined) owned.drop(owned.env);
              return outcome;
            },
        .drop = [](void* env) { delete static_cast<fearless_closure*>(env); },
    });
  };
  port.threads.detach = [](fearless_thread* thread) {
    unjoined = true;
    reference.threads.detach(thread);
  };
}
