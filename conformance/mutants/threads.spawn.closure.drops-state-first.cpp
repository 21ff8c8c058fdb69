// SPDX-License-Identifier: MIT
// Defect: the closure's state is dropped before the closure runs.
// Verdict: RACE
#include "mutant.hpp"

MUTANT(port) {
  port.threads.spawn = [](fearless_closure closure) {
    return reference.threads.spawn({.env = new fearless_closure(closure),
                                    .call =
                                        [](void* env, fearless_value* result) {
                                          const auto& original = *static_cast<fearless_closure*>(env);
                                          original.drop(original.env);
                                          return original.call(original.env,
                                                               result);  // the detector sees the use after free
                                        },
                                    .drop = [](void* env) { delete static_cast<fearless_closure*>(env); }});
  };
}
