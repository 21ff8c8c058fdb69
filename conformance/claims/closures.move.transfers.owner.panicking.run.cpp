// SPDX-License-Identifier: MIT
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
