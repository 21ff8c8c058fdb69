// SPDX-License-Identifier: MIT
// Claim: Moving a value into a closure shall make the spawned thread its only owner. The value is never copied, and the
//   thread, or an owner to which it moves the value, drops it exactly once.
// Aspect: The closure panics, and its thread still drops the value once.
#include <unistd.h>

#include "bindings/thread.hpp"
#include "testing/claim.hpp"
#include "testing/counted.hpp"

CLAIM("closures.move.transfers.owner") {
  const testing::tally moved;
  testing::counted value(moved, 42);

  auto handle = bindings::spawn([owned = std::move(value)] { bindings::panic(gettid()); });
  const auto ended = handle.join();

  CHECK(moved.copies() == 0);
  CHECK(moved.drops() == 1);
  REQUIRE(ended.payload<pid_t>() != nullptr);
  CHECK(*ended.payload<pid_t>() == moved.dropped_by());
}
