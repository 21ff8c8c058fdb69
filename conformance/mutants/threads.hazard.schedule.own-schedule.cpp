// SPDX-License-Identifier: MIT
// Defect: threads keep to a schedule of its own, one after the other, whatever they are asked to.
// Verdict: DEADLOCK
#include <mutex>

#include "stand_in.hpp"

static std::mutex turn;

MUTANT(port) {
  port.threads.spawn = [](fearless_closure closure) {
    return reference.threads.spawn(instead_of(closure, [](const fearless_closure& original, fearless_value* result) {
      const std::lock_guard mine(turn);
      return original.call(original.env, result);
    }));
  };
}
