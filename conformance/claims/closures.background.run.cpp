// SPDX-License-Identifier: MIT
// Claim: spawn shall be able to return before the closure has taken its first step.
#include "bindings/thread.hpp"
#include "testing/claim.hpp"
#include "testing/latch.hpp"

CLAIM("closures.background") {
  const testing::latch returned;

  auto handle = bindings::spawn([returned] {
    returned.wait();
    return 42;
  });
  returned.open();  // not reached if `spawn` waits for the closure
  const auto ended = handle.join();

  CHECK(ended == 42);
}
