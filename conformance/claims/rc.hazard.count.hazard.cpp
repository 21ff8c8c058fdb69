// SPDX-License-Identifier: MIT
#include "subject/claim.hpp"
#include "subject/gate.hpp"
#include "subject/owner.hpp"
#include "subject/thread.hpp"

// No compiler lets an owner in here: the suite takes it across on purpose.
HAZARD("rc.hazard.count", RACE) {
  const subject::gate both_run, cloned;
  const subject::rc<int> first(42);

  auto other = subject::spawn([=, own = first.clone()] {
    both_run.open();
    cloned.pass();  // later in time, yet a gate orders nothing that the detector could see
    const auto another = own.clone();
    return *another;
  });
  both_run.pass();
  const auto another = first.clone();
  cloned.open();

  CHECK(other.join() == 42);  // got so far unseen
}
