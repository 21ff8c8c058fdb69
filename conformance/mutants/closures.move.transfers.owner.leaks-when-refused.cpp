// SPDX-License-Identifier: MIT
// Mutant: where the system starts no thread the closure is not dropped.
// Breaks: closures.move.transfers.owner
// Verdict: DEADLOCK
// Case: closures.move.transfers.owner.scenarios
#include "mutant.hpp"

struct started_closure {
  fearless_closure original;
  bool is_called = false;
};

MUTANT(port) {
  port.threads.spawn = [](fearless_closure closure) {
    return reference.threads.spawn({
        .env = new started_closure{closure},
        .call =
            [](void* env, fearless_value* result) {
              auto& own = *static_cast<started_closure*>(env);
              own.is_called = true;
              return own.original.call(own.original.env, result);
            },
        .drop =
            [](void* env) {
              auto* const own = static_cast<started_closure*>(env);
              if (own->is_called) own->original.drop(own->original.env);
              delete own;
            },
    });
  };
}
