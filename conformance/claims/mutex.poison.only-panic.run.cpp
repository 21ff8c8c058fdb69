// SPDX-License-Identifier: MIT
#include "subject/claim.hpp"
#include "subject/holding.hpp"
#include "subject/thread.hpp"

// By no holder that ends in another way, whichever it is, and by nothing that another mutex goes through.
CLAIM("mutex.poison.only-panic") {
  const subject::mutex<int> data(5), other(5);

  for (const auto hold : subject::ways_to_hold) {
    auto holder = subject::spawn([=] { hold(data, [] {}); });
    CHECK_FALSE(holder.join().panicked());
    CHECK(data.lock() == 5);
  }

  subject::poison(other);
  CHECK(data.lock() == 5);
}
