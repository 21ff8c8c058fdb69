// SPDX-License-Identifier: MIT
#include "subject/claim.hpp"
#include "subject/gate.hpp"
#include "subject/probe.hpp"
#include "subject/thread.hpp"

HAZARD("threads.hazard.race", RACE) {
  const subject::probe data;
  const subject::gate both_run, written;

  auto first = subject::spawn([=] {
    both_run.pass();
    data.write(1);
    written.open();
  });
  auto second = subject::spawn([=] {
    both_run.open();
    written.pass();  // later in time, yet a gate orders nothing that the detector could see
    data.write(2);
  });
  first.join();
  second.join();

  CHECK(data.read() == 2);  // got so far unseen
}
