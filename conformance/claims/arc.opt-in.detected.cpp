// SPDX-License-Identifier: MIT
#include "bindings/owner.hpp"
#include "bindings/thread.hpp"
#include "testing/claim.hpp"
#include "testing/latch.hpp"
#include "testing/probe.hpp"

// That its owners are counted by an atomic number makes nothing of what they own atomic.
DETECTED("arc.opt-in", RACE) {
  const testing::latch both_run, written, written_again;
  const bindings::arc<testing::probe> first((testing::probe()));

  auto other = bindings::spawn([=, own = first.clone()] {
    const testing::probe& number = *own;
    both_run.open();
    written.wait();  // later in time, yet a latch orders nothing that the detector could see
    number.write(2);
    written_again.open();
  });
  const testing::probe& number = *first;
  both_run.wait();
  number.write(1);
  written.open();
  written_again.wait();
  other.join();

  CHECK(number.read() == 2);  // got so far unseen
}
