// SPDX-License-Identifier: MIT
// Claim: Moving a value into a closure shall make the spawned thread its only owner. The value is never copied, and the
//   thread, or an owner to which it moves the value, drops it exactly once.
// Aspect: The thread returns the value, and the thread that joins becomes its owner.
#include <unistd.h>

#include <optional>

#include "bindings/thread.hpp"
#include "testing/claim.hpp"
#include "testing/counted.hpp"

CLAIM("closures.move.transfers.owner") {
  const testing::tally moved;
  testing::counted value(moved, 42);

  auto handle = bindings::spawn([owned = std::move(value)]() mutable { return std::move(owned); });
  std::optional returned = handle.join();
  const auto alive_after_the_thread = moved.alive();
  returned.reset();

  CHECK(alive_after_the_thread == 1);
  CHECK(moved.copies() == 0);
  CHECK(moved.drops() == 1);
  CHECK(moved.dropped_by() == gettid());
}
