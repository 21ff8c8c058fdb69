// SPDX-License-Identifier: MIT
// Mutant: the detector is told to ignore the accesses of threads that were given an Arc.
// Breaks: arc.opt-in
// Verdict: INVALID
#include "tell_detector.hpp"
#include "wrapped_closure.hpp"

static bool is_given_arcs = false;

MUTANT(port) {
  port.arcs.clone = [](auto* owner) {
    is_given_arcs = true;
    return reference.arcs.clone(owner);
  };
  port.threads.spawn = [](fearless_closure closure) {
    if (!is_given_arcs) return reference.threads.spawn(closure);
    return reference.threads.spawn(wrap_closure(closure, [](const fearless_closure& original, fearless_value* result) {
      tell_detector("AnnotateIgnoreReadsBegin");
      const auto outcome = original.call(original.env, result);
      tell_detector("AnnotateIgnoreReadsEnd");
      return outcome;
    }));
  };
}
