// SPDX-License-Identifier: MIT
// Claim: try_lock shall report to the holder of the lock that the lock is held.
#include "bindings/mutex.hpp"

#include "bindings/thread.hpp"
#include "testing/claim.hpp"
#include "testing/holding.hpp"

// For each way to hold the lock.
CLAIM("mutex.try-lock.holder") {
  const bindings::mutex<int> data(0);
  for (const auto hold : testing::ways_to_hold) {
    bool held = false;
    hold(data, [&] { held = data.try_lock().would_block() && data.try_lock().would_block(); });
    CHECK(held);
  }
}
