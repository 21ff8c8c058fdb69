// SPDX-License-Identifier: MIT
#include "subject/claim.hpp"
#include "subject/gate.hpp"
#include "subject/probe.hpp"
#include "subject/thread.hpp"

HAZARD("threads.hazard.race", RACE) {
  const subject::probe data;
  const subject::gate both_run, written, written_again;

  auto first = subject::spawn([=] {
    both_run.pass();
    data.write(1);
    written.open();
    written_again.pass();  // the detector may forget what a thread did that has ended
  });
  auto second = subject::spawn([=] {
    both_run.open();
    written.pass();  // later in time, yet a gate orders nothing that the detector could see
    data.write(2);
    written_again.open();
  });
  first.join();
  second.join();

  CHECK(data.read() == 2);  // got so far unseen
}
