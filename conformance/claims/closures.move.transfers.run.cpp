// SPDX-License-Identifier: MIT
#include <unistd.h>

#include "subject/claim.hpp"
#include "subject/counted.hpp"
#include "subject/thread.hpp"

CLAIM("closures.move.transfers") {
  const subject::tally moved;
  subject::counted value(moved, 42);

  auto handle = subject::spawn([owned = std::move(value)] { return gettid(); });
  const auto ended = handle.join();

  CHECK(moved.copies() == 0);
  CHECK(moved.drops() == 1);
  CHECK(ended == moved.dropped_by());
}
