// SPDX-License-Identifier: MIT
#include "subject/claim.hpp"
#include "subject/gate.hpp"
#include "subject/owner.hpp"
#include "subject/probe.hpp"
#include "subject/thread.hpp"

// That its owners are counted by an atomic number makes nothing of what they own atomic.
HAZARD("arc.opt-in", RACE) {
  const subject::gate both_run, written, written_again;
  const subject::arc<subject::probe> first((subject::probe()));

  auto other = subject::spawn([=, own = first.clone()] {
    const subject::probe& number = *own;
    both_run.open();
    written.pass();  // later in time, yet a gate orders nothing that the detector could see
    number.write(2);
    written_again.open();
  });
  const subject::probe& number = *first;
  both_run.pass();
  number.write(1);
  written.open();
  written_again.pass();
  other.join();

  CHECK(number.read() == 2);  // got so far unseen
}
