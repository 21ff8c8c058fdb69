// SPDX-License-Identifier: MIT
// Claim: Unwrapping the lock result of a lock that failed shall make the thread panic. A thread that joins it receives
//   an error.
#include "bindings/thread.hpp"
#include "testing/claim.hpp"
#include "testing/holding.hpp"
#include "testing/latch.hpp"

CLAIM("mutex.poison.unwrap") {
  const bindings::mutex<int> data(5);
  const testing::latch went_in, went_on;
  const auto unwrap = [=] {
    data.with_lock_unwrap([=](int&) { went_in.open(); });
    went_on.open();
  };

  CHECK_FALSE(bindings::spawn(unwrap).join().panicked());
  CHECK(went_in.is_open());
  testing::poison(data);

  const testing::latch went_in_again, went_on_again;
  auto unwrapping = bindings::spawn([=] {
    data.with_lock_unwrap([=](int&) { went_in_again.open(); });
    went_on_again.open();
  });
  CHECK(unwrapping.join().panicked());
  CHECK_FALSE(went_in_again.is_open());
  CHECK_FALSE(went_on_again.is_open());
}
