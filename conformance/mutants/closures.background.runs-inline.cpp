// SPDX-License-Identifier: MIT
// Mutant: `spawn` runs the closure itself, and its thread only returns the result.
// Breaks: closures.background
// Verdict: DEADLOCK
#include "mutant.hpp"

namespace {
struct finished {
  fearless_outcome outcome;
  fearless_value value;
};
}  // namespace

MUTANT(port) {
  port.threads.spawn = [](fearless_closure closure) {
    auto* const done = new finished{};
    done->outcome = closure.call(closure.env, &done->value);
    closure.drop(closure.env);
    return reference.threads.spawn({
        .env = done,
        .call =
            [](void* env, fearless_value* result) {
              *result = static_cast<finished*>(env)->value;
              return static_cast<finished*>(env)->outcome;
            },
        .drop = [](void* env) { delete static_cast<finished*>(env); },
    });
  };
}
