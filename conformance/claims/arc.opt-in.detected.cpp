// SPDX-License-Identifier: MIT
// Claim: Nothing shall be shared between threads, or atomic, unless the program requests it. In particular, unordered
//   writes of a plain integer are a data race, also in an Arc, and an Arc gives read access only.
#include "bindings/owner.hpp"
#include "bindings/thread.hpp"
#include "testing/claim.hpp"
#include "testing/latch.hpp"
#include "testing/probe.hpp"

// The count of the owners is atomic; their value is not.
DETECTED("arc.opt-in", RACE) {
  const testing::latch both_run, written, written_again;
  const bindings::arc<testing::probe> first((testing::probe()));

  auto other = bindings::spawn([=, own = first.clone()] {
    const testing::probe& number = *own;
    both_run.open();
    written.wait();  // later in time; a latch orders nothing for the detector
    number.write(2);
    written_again.open();
  });
  const testing::probe& number = *first;
  both_run.wait();
  number.write(1);
  written.open();
  written_again.wait();
  other.join();

  CHECK(number.read() == 2);  // reached only without a report
}
