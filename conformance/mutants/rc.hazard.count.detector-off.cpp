// SPDX-License-Identifier: MIT
// Mutant: the detector is told to ignore the accesses during a clone of an Rc.
// Breaks: rc.hazard.count
// Verdict: INVALID
#include "mutant.hpp"
#include "tell_detector.hpp"

MUTANT(port) {
  port.rcs.clone = [](auto* owner) {
    tell_detector("AnnotateIgnoreReadsBegin");
    auto* const another = reference.rcs.clone(owner);
    tell_detector("AnnotateIgnoreReadsEnd");
    return another;
  };
  port.rcs.drop = [](auto* owner) {
    tell_detector("AnnotateIgnoreReadsBegin");
    reference.rcs.drop(owner);
    tell_detector("AnnotateIgnoreReadsEnd");
  };
}
