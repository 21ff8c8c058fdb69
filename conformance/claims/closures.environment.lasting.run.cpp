// SPDX-License-Identifier: MIT
// Claim: Everything that a closure captured shall be in its environment on the new thread until the call ends,
//   complete, unchanged and not shared with the spawner.
// Aspect: The captured value is alive while the closure runs.
#include "bindings/thread.hpp"
#include "testing/claim.hpp"
#include "testing/counted.hpp"
#include "testing/latch.hpp"

CLAIM("closures.environment") {
  const testing::tally captured;
  const testing::latch begun, looked;

  auto handle = bindings::spawn([begun, looked, value = testing::counted(captured, 42)] {
    begun.open();
    looked.wait();
    return value.value();
  });
  begun.wait();
  const auto alive_during_the_call = captured.alive();
  looked.open();
  const auto ended = handle.join();

  CHECK(alive_during_the_call == 1);
  CHECK(ended == 42);
}
