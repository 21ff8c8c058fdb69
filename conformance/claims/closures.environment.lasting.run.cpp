// SPDX-License-Identifier: MIT
#include "subject/claim.hpp"
#include "subject/counted.hpp"
#include "subject/gate.hpp"
#include "subject/thread.hpp"

CLAIM("closures.environment") {
  const subject::tally captured;
  const subject::gate begun, looked;

  auto handle = subject::spawn([begun, looked, value = subject::counted(captured, 42)] {
    begun.open();
    looked.pass();
    return value.value();
  });
  begun.pass();
  const auto alive_during_the_call = captured.alive();
  looked.open();
  const auto ended = handle.join();

  CHECK(alive_during_the_call == 1);
  CHECK(ended == 42);
}
