// SPDX-License-Identifier: MIT
// Mutant: the detector is told to ignore the accesses of the threads.
// Breaks: threads.hazard.race
// Verdict: INVALID
#include "tell_detector.hpp"
#include "wrapped_closure.hpp"

MUTANT(port) {
  port.threads.spawn = [](fearless_closure closure) {
    return reference.threads.spawn(wrap_closure(closure, [](const fearless_closure& original, fearless_value* result) {
      tell_detector("AnnotateIgnoreReadsBegin");
      const auto outcome = original.call(original.env, result);
      tell_detector("AnnotateIgnoreReadsEnd");
      return outcome;
    }));
  };
}
