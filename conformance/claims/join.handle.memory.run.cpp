// SPDX-License-Identifier: MIT
// Claim: The memory that is kept for threads that have finished, and whose join handles were used to join or dropped,
//   shall not grow with the number of these threads.
#include "bindings/thread.hpp"
#include "testing/claim.hpp"
#include "testing/growth.hpp"

CLAIM("join.handle.memory") {
  CHECK_FALSE(testing::grows([] {
    bindings::spawn([] { return 1; }).join();
    bindings::spawn([] { bindings::panic(2); }).join();
    bindings::spawn([] { return 3; }).join_unwrap();
  }));
}
