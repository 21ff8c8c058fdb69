// SPDX-License-Identifier: MIT
#include "bindings/thread.hpp"
#include "testing/claim.hpp"
#include "testing/holding.hpp"

// By no holder that ends in another way, whichever it is, and by nothing that another mutex goes through.
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
