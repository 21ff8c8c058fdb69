// SPDX-License-Identifier: MIT
// Claim: Moving a value into a closure shall make the spawned thread its only owner. The value is never copied, and the
//   thread, or an owner to which it moves the value, drops it exactly once.
#include <unistd.h>

#include "bindings/thread.hpp"
#include "testing/claim.hpp"
#include "testing/counted.hpp"

CLAIM("closures.move.transfers.owner") {
  const testing::tally moved;
  testing::counted value(moved, 42);

  auto handle = bindings::spawn([owned = std::move(value)] { return gettid(); });
  const auto ended = handle.join();

  CHECK(moved.copies() == 0);
  CHECK(moved.drops() == 1);
  CHECK(ended == moved.dropped_by());
}
