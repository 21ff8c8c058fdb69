// SPDX-License-Identifier: MIT
#include "bindings/thread.hpp"
#include "testing/claim.hpp"

CLAIM("closures.capture") {
  int known = 41;

  auto handle = bindings::spawn([known] { return known + 1; });
  known = 0;  // the spawner's own: what was captured is another value
  const auto ended = handle.join();

  CHECK(ended == 42);
}
