// SPDX-License-Identifier: MIT
// Mutant: the environment is dropped before the closure is called.
// Breaks: closures.environment
// Verdict: RACE
#include "mutant.hpp"

MUTANT(port) {
  port.threads.spawn = [](fearless_closure closure) {
    return reference.threads.spawn({
        .env = new fearless_closure(closure),
        .call =
            [](void* env, fearless_value* result) {
              const auto& owned = *static_cast<fearless_closure*>(env);
              owned.drop(owned.env);
              return owned.call(owned.env, result);
            },
        .drop = [](void* env) { delete static_cast<fearless_closure*>(env); },
    });
  };
}
