// SPDX-License-Identifier: MIT
#include "subject/claim.hpp"
#include "subject/probe.hpp"
#include "subject/thread.hpp"

// What the thread wrote is there to be read, and reading it is no race.
CLAIM("join.waits") {
  const subject::probe written;

  auto handle = subject::spawn([=] { written.write(42); });
  handle.join();

  CHECK(written.read() == 42);
}
