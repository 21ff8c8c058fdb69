// SPDX-License-Identifier: MIT
// Claim: The detector shall report a data race when two threads clone or drop an Rc of the same value without
//   synchronisation.
#include "bindings/owner.hpp"
#include "bindings/thread.hpp"
#include "testing/claim.hpp"
#include "testing/latch.hpp"

// The ownership check rejects this program; the suite bypasses it on purpose.
DETECTED("rc.hazard.count", RACE) {
  const testing::latch both_run, cloned;
  const bindings::rc<int> first(42);

  auto other = bindings::spawn([=, own = first.clone()] {
    both_run.open();
    cloned.wait();  // later in time; a latch orders nothing for the detector
    const auto another = own.clone();
    return *another;
  });
  both_run.wait();
  const auto another = first.clone();
  cloned.open();

  CHECK(other.join() == 42);  // reached only without a report
}
