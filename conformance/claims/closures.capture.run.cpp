// SPDX-License-Identifier: MIT
#include "bindings/thread.hpp"
#include "testing/claim.hpp"

CLAIM("closures.capture") {
  int known = 41;

  auto handle = bindings::spawn([known] { return known + 1; });
  known = 0;  // the spawner's variable; the captured value is another one
  const auto ended = handle.join();

  CHECK(ended == 42);
}
