// SPDX-License-Identifier: MIT
// Claim: Changes that the holder makes through its guard shall be changes of the data for every later holder. If the
//   holder changes 5 to 6, printing the mutex afterwards shows 6.
#include "bindings/mutex.hpp"

#include "bindings/thread.hpp"
#include "testing/claim.hpp"

CLAIM("mutex.guard.mutable") {
  const bindings::mutex<int> data(5);

  {
    const auto held = data.lock();
    CHECK(held == 5);
    *held = 6;
    CHECK(held == 6);
  }

  CHECK(data.lock() == 6);
  CHECK(bindings::spawn([data] { return data.try_lock() == 6; }).join() == true);
  bool seen = false;
  data.with_lock([&](int& number) { seen = ++number == 7; });
  CHECK(seen);
  CHECK(data.lock() == 7);
}
