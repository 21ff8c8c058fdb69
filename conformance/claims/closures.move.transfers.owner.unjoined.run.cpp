// SPDX-License-Identifier: MIT
// Claim: Moving a value into a closure shall make the spawned thread its only owner. The value is never copied, and the
//   thread, or an owner to which it moves the value, drops it exactly once.
// Aspect: The thread is not joined.
#include <unistd.h>

#include <utility>

#include "bindings/thread.hpp"
#include "testing/claim.hpp"
#include "testing/counted.hpp"
#include "testing/farewell.hpp"
#include "testing/latch.hpp"

CLAIM("closures.move.transfers.owner") {
  const testing::tally moved;
  const testing::latch unjoined, dropped;
  testing::counted value(moved, 42);

  // The first capture is dropped last.
  bindings::drop(
      bindings::spawn([last = testing::farewell(dropped), owned = std::move(value), unjoined] { unjoined.wait(); }));
  unjoined.open();
  dropped.wait();

  CHECK(moved.copies() == 0);
  CHECK(moved.drops() == 1);
  CHECK(moved.dropped_by() != gettid());
}
