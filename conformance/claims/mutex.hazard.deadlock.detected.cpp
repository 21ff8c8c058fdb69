// SPDX-License-Identifier: MIT
// Claim: The detector shall report a deadlock when two threads acquire the same two locks of the implementation in
//   opposite orders.
#include "bindings/mutex.hpp"

#include "bindings/thread.hpp"
#include "testing/claim.hpp"
#include "testing/danger.hpp"
#include "testing/latch.hpp"

DETECTED("mutex.hazard.deadlock", DEADLOCK) {
  const bindings::mutex<int> first(1), second(2);
  const testing::latch one_holds, other_holds, went_on;
  const auto take = [went_on](const bindings::mutex<int>& own, const bindings::mutex<int>& others,
                              const testing::latch& holds, const testing::latch& other_one_holds) {
    return [=] {
      const auto held = own.lock();
      holds.open();
      other_one_holds.wait();
      testing::approach_danger();
      const auto held_too = others.lock();
      if (!held_too.is_locked()) testing::danger_was_prevented("lock returned an error");
      went_on.open();
    };
  };

  auto one = bindings::spawn(take(first, second, one_holds, other_holds));
  auto other = bindings::spawn(take(second, first, other_holds, one_holds));
  testing::approach_danger();
  went_on.wait();  // not in join, where an implementation may sleep and check in a loop

  FAIL("a thread continued that is in a deadlock");
}
