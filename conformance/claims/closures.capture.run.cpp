// SPDX-License-Identifier: MIT
// Claim: A closure shall have access to a value of its spawner if, and only if, it captures the value. A use without a
//   capture is rejected by the ownership check.
#include "bindings/thread.hpp"
#include "testing/claim.hpp"

CLAIM("closures.capture") {
  int known = 41;

  auto handle = bindings::spawn([known] { return known + 1; });
  known = 0;  // the spawner's variable; the captured value is another one
  const auto ended = handle.join();

  CHECK(ended == 42);
}
