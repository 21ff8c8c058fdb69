// SPDX-License-Identifier: MIT
// Mutant: where no thread can be started, spawn calls the closure itself.
// Breaks: threads.spawn.no-thread
// Verdict: FAIL
#include "mutant.hpp"

struct kept_closure {
  fearless_closure original;
  bool was_called;
};

MUTANT(port) {
  port.threads.spawn = [](fearless_closure closure) {
    return reference.threads.spawn({.env = new kept_closure{closure, false},
                                    .call =
                                        [](void* env, fearless_value* result) {
                                          auto& own = *static_cast<kept_closure*>(env);
                                          own.was_called = true;
                                          return own.original.call(own.original.env, result);
                                        },
                                    .drop =
                                        [](void* env) {
                                          const auto* const own = static_cast<kept_closure*>(env);
                                          fearless_value lost{};
                                          if (!own->was_called) own->original.call(own->original.env, &lost);
                                          own->original.drop(own->original.env);
                                          delete own;
                                        }});
  };
}
