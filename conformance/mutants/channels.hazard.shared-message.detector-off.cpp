// SPDX-License-Identifier: MIT
// Mutant: the detector is told to ignore the accesses of a thread between its first send and the drop of its sender.
// Breaks: channels.hazard.shared-message
// Verdict: INVALID
#include <utility>

#include "mutant.hpp"
#include "tell_detector.hpp"

static thread_local bool looks_away = false;

MUTANT(port) {
  port.channels.send = [](auto* sender, fearless_value value, auto* returned) {
    const bool succeeded = reference.channels.send(sender, value, returned);
    if (!std::exchange(looks_away, true)) tell_detector("AnnotateIgnoreReadsBegin");
    return succeeded;
  };
  port.channels.drop_sender = [](auto* sender) {
    if (std::exchange(looks_away, false)) tell_detector("AnnotateIgnoreReadsEnd");
    reference.channels.drop_sender(sender);
  };
}
