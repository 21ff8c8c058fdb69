// SPDX-License-Identifier: MIT
#include <unistd.h>

#include <optional>

#include "subject/claim.hpp"
#include "subject/counted.hpp"
#include "subject/thread.hpp"

CLAIM("closures.move.transfers") {
  const subject::tally moved;
  subject::counted value(moved, 42);

  auto handle = subject::spawn([owned = std::move(value)]() mutable { return std::move(owned); });
  std::optional returned = handle.join();
  const auto alive_after_the_thread = moved.alive();
  returned.reset();

  CHECK(alive_after_the_thread == 1);
  CHECK(moved.copies() == 0);
  CHECK(moved.drops() == 1);
  CHECK(moved.dropped_by() == gettid());
}
