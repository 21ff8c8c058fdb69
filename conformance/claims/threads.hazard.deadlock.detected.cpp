// SPDX-License-Identifier: MIT
#include "bindings/thread.hpp"
#include "testing/claim.hpp"
#include "testing/latch.hpp"

DETECTED("threads.hazard.deadlock", DEADLOCK) {
  const testing::latch one_went_on, other_went_on;

  auto one = bindings::spawn([=] {
    other_went_on.wait();
    one_went_on.open();
  });
  auto other = bindings::spawn([=] {
    one_went_on.wait();
    other_went_on.open();
  });
  one_went_on.wait();  // at a latch and not by join, in which an implementation may wait by looking again and again

  FAIL("a thread that waits for one that waits for it went on");
}
