// SPDX-License-Identifier: MIT
// Mutant: where the system starts no thread the closure is called on the thread of the caller.
// Breaks: threads.spawn.new-thread
// Verdict: FAIL
// Case: threads.spawn.new-thread.scenarios
#include "drop.hpp"
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
              fearless_value result{};
              if (!own->is_called) {
                own->original.call(own->original.env, &result);
                drop(result);
              }
              own->original.drop(own->original.env);
              delete own;
            },
    });
  };
}
