// SPDX-License-Identifier: MIT
// Claim: If another thread holds the lock, lock shall wait until it can acquire the lock and then do so, with almost no
//   use of the processor while it waits.
// Aspect: Of several waiting threads, each acquires the lock in turn.
#include "bindings/mutex.hpp"

#include <optional>
#include <vector>

#include "bindings/thread.hpp"
#include "testing/claim.hpp"
#include "testing/watch.hpp"

CLAIM("mutex.lock.blocks") {
  const std::vector<testing::watch> waiters(4);
  const bindings::mutex<int> data(0);
  std::optional held(data.lock());

  std::vector<bindings::join_handle<bool>> threads;
  for (const auto& self : waiters) {
    threads.push_back(bindings::spawn([=] {
      self.here();
      return data.lock().is_locked();
    }));
  }
  for (const auto& each : waiters) each.settle();
  held.reset();

  for (auto& thread : threads) CHECK(thread.join() == true);
}
