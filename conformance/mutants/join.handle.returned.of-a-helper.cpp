// SPDX-License-Identifier: MIT
// Mutant: spawn returns the handle of a helper, which starts the thread and has nothing more to do with it.
// Breaks: join.handle.returned
// Verdict: FAIL
#include "mutant.hpp"

MUTANT(port) {
  port.threads.spawn = [](fearless_closure closure) {
    return reference.threads.spawn({.env = new fearless_closure(closure),
                                    .call =
                                        [](void* env, fearless_value* result) {
                                          const auto& handed_on = *static_cast<fearless_closure*>(env);
                                          reference.threads.detach(reference.threads.spawn(handed_on));
                                          *result = {};
                                          return FEARLESS_RETURNS;
                                        },
                                    .drop = [](void* env) { delete static_cast<fearless_closure*>(env); }});
  };
}
