// SPDX-License-Identifier: MIT
// Mutant: the detector is told to ignore the accesses of the main thread.
// Breaks: intro.run-time
// Verdict: INVALID
#include <cstdlib>

#include "mutant.hpp"
#include "tell_detector.hpp"

MUTANT(port) {
  tell_detector("AnnotateIgnoreReadsBegin");
  // The detector reports a thread that ends while it is ignored.
  std::atexit([] { tell_detector("AnnotateIgnoreReadsEnd"); });
}
