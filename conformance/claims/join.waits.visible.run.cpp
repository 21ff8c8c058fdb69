// SPDX-License-Identifier: MIT
// Claim: join shall return only after the thread has finished, so that everything that the thread did happens before
//   the return.
// Aspect: The writes of the thread happen before the return of `join`.
#include "bindings/thread.hpp"
#include "testing/claim.hpp"
#include "testing/probe.hpp"

CLAIM("join.waits") {
  const testing::probe written;

  auto handle = bindings::spawn([=] { written.write(42); });
  handle.join();

  CHECK(written.read() == 42);
}
