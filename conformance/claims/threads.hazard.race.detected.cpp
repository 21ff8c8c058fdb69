// SPDX-License-Identifier: MIT
// Claim: The detector shall report a data race when two threads access the same data, at least one of them writing, and
//   neither access happens before the other.
#include "bindings/thread.hpp"
#include "testing/claim.hpp"
#include "testing/latch.hpp"
#include "testing/probe.hpp"

DETECTED("threads.hazard.race", RACE) {
  const testing::probe data;
  const testing::latch both_run, written, written_again;

  auto first = bindings::spawn([=] {
    both_run.wait();
    data.write(1);
    written.open();
    written_again.wait();  // the detector may forget the accesses of a thread that has ended
  });
  auto second = bindings::spawn([=] {
    both_run.open();
    written.wait();  // later in time; a latch orders nothing for the detector
    data.write(2);
    written_again.open();
  });
  first.join();
  second.join();

  CHECK(data.read() == 2);  // reached only without a report
}
