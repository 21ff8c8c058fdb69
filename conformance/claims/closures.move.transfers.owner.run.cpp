// SPDX-License-Identifier: MIT
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
