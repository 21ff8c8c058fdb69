// SPDX-License-Identifier: MIT
#include "subject/claim.hpp"
#include "subject/thread.hpp"

CLAIM("closures.capture") {
  int known = 41;

  auto handle = subject::spawn([known] { return known + 1; });
  known = 0;  // the spawner's own: what was captured is another value
  const auto ended = handle.join();

  CHECK(ended == 42);
}
