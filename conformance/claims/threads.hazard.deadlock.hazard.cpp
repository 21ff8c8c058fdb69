// SPDX-License-Identifier: MIT
#include "subject/claim.hpp"
#include "subject/gate.hpp"
#include "subject/thread.hpp"

HAZARD("threads.hazard.deadlock", DEADLOCK) {
  const subject::gate one_went_on, other_went_on;

  auto one = subject::spawn([=] {
    other_went_on.pass();
    one_went_on.open();
  });
  auto other = subject::spawn([=] {
    one_went_on.pass();
    other_went_on.open();
  });
  one_went_on.pass();  // at a gate and not by join, in which an implementation may wait by looking again and again

  FAIL("a thread that waits for one that waits for it went on");
}
