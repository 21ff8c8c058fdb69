// SPDX-License-Identifier: MIT
#include "subject/claim.hpp"
#include "subject/gate.hpp"
#include "subject/thread.hpp"

CLAIM("closures.background") {
  const subject::gate returned;

  auto handle = subject::spawn([returned] {
    returned.pass();
    return 42;
  });
  returned.open();  // not reached where `spawn` waits for what the closure does
  const auto ended = handle.join();

  CHECK(ended == 42);
}
