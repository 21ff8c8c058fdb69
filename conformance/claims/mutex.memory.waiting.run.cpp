// SPDX-License-Identifier: MIT
// Claim: The memory that is kept for mutexes that were dropped shall not grow with the number of these mutexes, or with
//   how often they were locked.
// Aspect: A thread waits for the lock.
#include "bindings/mutex.hpp"

#include <optional>
#include <vector>

#include "bindings/thread.hpp"
#include "testing/claim.hpp"
#include "testing/growth.hpp"
#include "testing/watch.hpp"

CLAIM("mutex.memory") {
  // A watch remains until the process ends, so all of them are made before.
  const std::vector<testing::watch> waiters(testing::growth::most_times);
  std::size_t number = 0;

  CHECK_FALSE(testing::grows([&] {
    const bindings::mutex<int> data(0);
    std::optional held(data.lock());
    auto waiting = bindings::spawn([data, self = waiters[number]] {
      self.here();
      bindings::drop(data.lock());
    });
    waiters[number++].settle();
    held.reset();
    waiting.join();
    data.destroy();
  }));
}
