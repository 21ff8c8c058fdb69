// SPDX-License-Identifier: MIT
// Mutant: spawn returns the handle of a helper thread, which has started the thread and does not wait for it.
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
