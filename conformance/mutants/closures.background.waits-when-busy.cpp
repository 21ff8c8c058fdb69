// SPDX-License-Identifier: MIT
// Mutant: when eight threads run, `spawn` waits until one of them has ended.
// Breaks: closures.background
// Verdict: DEADLOCK
// Case: closures.background.many.run
#include <semaphore>

#include "mutant.hpp"

static std::counting_semaphore<8> places(8);

MUTANT(port) {
  port.threads.spawn = [](fearless_closure closure) {
    places.acquire();
    return reference.threads.spawn({
        .env = new fearless_closure(closure),
        .call =
            [](void* env, fearless_value* result) {
              auto& own = *static_cast<fearless_closure*>(env);
              return own.call(own.env, result);
            },
        .drop =
            [](void* env) {
              const auto& own = *static_cast<fearless_closure*>(env);
              own.drop(own.env);
              delete &own;
              places.release();
            },
    });
  };
}
