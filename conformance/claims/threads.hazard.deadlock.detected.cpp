// SPDX-License-Identifier: MIT
// Claim: The detector shall report a deadlock when two threads each wait for the other. It recognises the deadlock from
//   the states of the threads, not by a time limit.
#include "bindings/thread.hpp"
#include "testing/claim.hpp"
#include "testing/danger.hpp"
#include "testing/latch.hpp"

DETECTED("threads.hazard.deadlock", DEADLOCK) {
  const testing::latch one_went_on, other_went_on;

  auto one = bindings::spawn([=] {
    testing::approach_danger();
    other_went_on.wait();
    one_went_on.open();
  });
  auto other = bindings::spawn([=] {
    testing::approach_danger();
    one_went_on.wait();
    other_went_on.open();
  });
  testing::approach_danger();
  one_went_on.wait();  // not in join, where an implementation may sleep and check in a loop

  FAIL("a thread continued that is in a deadlock");
}
