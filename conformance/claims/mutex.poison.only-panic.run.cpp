// SPDX-License-Identifier: MIT
// Claim: A mutex shall be poisoned only by a panic of its holder that passes its guard: not by a holder that ends in
//   another way, and not by any other panic, on this thread or another.
#include "bindings/thread.hpp"
#include "testing/claim.hpp"
#include "testing/holding.hpp"

// A holder that ends in another way does not poison the mutex, and neither does the poisoning of another mutex.
CLAIM("mutex.poison.only-panic") {
  const bindings::mutex<int> data(5), other(5);

  for (const auto hold : testing::ways_to_hold) {
    auto holder = bindings::spawn([=] { hold(data, [] {}); });
    CHECK_FALSE(holder.join().panicked());
    CHECK(data.lock() == 5);
  }

  testing::poison(other);
  CHECK(data.lock() == 5);
}
