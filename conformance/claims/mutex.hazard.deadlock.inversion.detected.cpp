// SPDX-License-Identifier: MIT
// Claim: The detector shall report a deadlock when two threads acquire the same two locks of the implementation in
//   opposite orders.
// Aspect: The detector reports the opposite orders also in an execution in which no thread waits.
#include "bindings/mutex.hpp"

#include "bindings/thread.hpp"
#include "testing/claim.hpp"
#include "testing/danger.hpp"
#include "testing/holding.hpp"

// The detector reports the opposite orders although one thread comes after the other and no thread waits.
DETECTED("mutex.hazard.deadlock", RACE, "detect_deadlocks=1") {
  const bindings::mutex<int> first(1), second(2);
  testing::need_lock_known_to_detector(first);
  const auto take = [](const bindings::mutex<int>& one, const bindings::mutex<int>& then_the_other) {
    return [=] {
      const auto held = one.lock();
      const auto held_too = then_the_other.lock();
    };
  };

  bindings::spawn(take(first, second)).join();
  testing::approach_danger();
  bindings::spawn(take(second, first)).join();

  SUCCEED("the detector did not report the opposite orders of locks");
}
