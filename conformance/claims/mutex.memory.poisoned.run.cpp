// SPDX-License-Identifier: MIT
// Claim: The memory that is kept for mutexes that were dropped shall not grow with the number of these mutexes, or with
//   how often they were locked.
// Aspect: The mutex is poisoned.
#include "bindings/mutex.hpp"

#include "bindings/thread.hpp"
#include "testing/claim.hpp"
#include "testing/growth.hpp"

CLAIM("mutex.memory") {
  CHECK_FALSE(testing::grows([] {
    const bindings::mutex<int> data(0);
    bindings::spawn([data] { data.with_lock([](int&) { bindings::panic(1); }); }).join();
    for (int times = 0; times < 50; ++times) {
      bindings::drop(data.lock());
      bindings::drop(data.try_lock());
    }
    data.destroy();
  }));
}
