// SPDX-License-Identifier: MIT
// Mutant: the environment of the closure is dropped before the closure runs.
// Breaks: threads.spawn.closure
// Verdict: RACE
#include "mutant.hpp"

static fearless_outcome call_what_is_gone(void* env, fearless_value* result) {
  const auto& original = *static_cast<fearless_closure*>(env);
  original.drop(original.env);
  return original.call(original.env, result);  // a use after free, which the detector reports
}

MUTANT(port) {
  port.threads.spawn = [](fearless_closure closure) {
    return reference.threads.spawn({.env = new fearless_closure(closure),
                                    .call = call_what_is_gone,
                                    .drop = [](void* env) { delete static_cast<fearless_closure*>(env); }});
  };
}
