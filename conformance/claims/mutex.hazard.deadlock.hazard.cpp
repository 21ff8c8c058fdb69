// SPDX-License-Identifier: MIT
#include "subject/mutex.hpp"

#include "subject/claim.hpp"
#include "subject/gate.hpp"
#include "subject/thread.hpp"

HAZARD("mutex.hazard.deadlock", DEADLOCK) {
  const subject::mutex<int> first(1), second(2);
  const subject::gate one_holds, other_holds, went_on;
  const auto take = [went_on](const subject::mutex<int>& own, const subject::mutex<int>& others,
                              const subject::gate& holds, const subject::gate& other_one_holds) {
    return [=] {
      const auto held = own.lock();
      holds.open();
      other_one_holds.pass();
      const auto held_too = others.lock();
      went_on.open();
    };
  };

  auto one = subject::spawn(take(first, second, one_holds, other_holds));
  auto other = subject::spawn(take(second, first, other_holds, one_holds));
  went_on.pass();  // at a gate and not by join, in which an implementation may wait by looking again and again

  FAIL("a thread that waits for one that waits for it went on");
}
