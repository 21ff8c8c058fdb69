// SPDX-License-Identifier: MIT
#include "bindings/thread.hpp"
#include "testing/claim.hpp"
#include "testing/probe.hpp"

// What the thread wrote is there to be read, and reading it is no race.
CLAIM("join.waits") {
  const testing::probe written;

  auto handle = bindings::spawn([=] { written.write(42); });
  handle.join();

  CHECK(written.read() == 42);
}
