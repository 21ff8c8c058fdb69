// SPDX-License-Identifier: MIT
// Mutant: the values that were moved to the thread are not dropped if the closure panics.
// Breaks: closures.move.transfers.owner
// Verdict: FAIL
// Case: closures.move.transfers.owner.panicking.run
#include "mutant.hpp"

MUTANT(port) {
  port.threads.spawn = [](fearless_closure closure) {
    return reference.threads.spawn({
        .env = new fearless_closure(closure),
        .call =
            [](void* env, fearless_value* result) {
              const auto& owned = *static_cast<fearless_closure*>(env);
              const auto outcome = owned.call(owned.env, result);
              if (outcome == FEARLESS_RETURNS) owned.drop(owned.env);
              return outcome;
            },
        .drop = [](void* env) { delete static_cast<fearless_closure*>(env); },
    });
  };
}
