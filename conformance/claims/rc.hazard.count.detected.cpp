// SPDX-License-Identifier: MIT
#include "bindings/owner.hpp"
#include "bindings/thread.hpp"
#include "testing/claim.hpp"
#include "testing/latch.hpp"

// No compiler lets an owner in here: the suite takes it across on purpose.
DETECTED("rc.hazard.count", RACE) {
  const testing::latch both_run, cloned;
  const bindings::rc<int> first(42);

  auto other = bindings::spawn([=, own = first.clone()] {
    both_run.open();
    cloned.wait();  // later in time, yet a latch orders nothing that the detector could see
    const auto another = own.clone();
    return *another;
  });
  both_run.wait();
  const auto another = first.clone();
  cloned.open();

  CHECK(other.join() == 42);  // got so far unseen
}
