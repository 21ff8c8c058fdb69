// SPDX-License-Identifier: MIT
// Mutant: the detector is told to ignore the accesses of spawned threads.
// Breaks: closures.hazard.dangling
// Verdict: INVALID
#include "mutant.hpp"
#include "tell_detector.hpp"

MUTANT(port) {
  port.threads.spawn = [](fearless_closure closure) {
    return reference.threads.spawn({
        .env = new fearless_closure(closure),
        .call =
            [](void* env, fearless_value* result) {
              const auto& own = *static_cast<fearless_closure*>(env);
              tell_detector("AnnotateIgnoreReadsBegin");
              const auto outcome = own.call(own.env, result);
              tell_detector("AnnotateIgnoreReadsEnd");
              return outcome;
            },
        .drop = [](void* env) { delete static_cast<fearless_closure*>(env); },
    });
  };
}
