// SPDX-License-Identifier: MIT
#include "subject/mutex.hpp"

#include "subject/claim.hpp"
#include "subject/thread.hpp"

// Opposite orders are seen although one thread comes after the other and nobody waits this time.
HAZARD("mutex.hazard.deadlock", RACE, "detect_deadlocks=1") {
  const subject::mutex<int> first(1), second(2);
  subject::need_lock_known_to_detector(first);
  const auto take = [](const subject::mutex<int>& one, const subject::mutex<int>& then_the_other) {
    return [=] {
      const auto held = one.lock();
      const auto held_too = then_the_other.lock();
    };
  };

  subject::spawn(take(first, second)).join();
  subject::spawn(take(second, first)).join();

  SUCCEED("nothing was said of locks that were taken in opposite orders");
}
