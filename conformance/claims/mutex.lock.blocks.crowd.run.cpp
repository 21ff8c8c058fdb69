// SPDX-License-Identifier: MIT
#include "bindings/mutex.hpp"

#include <optional>
#include <vector>

#include "bindings/thread.hpp"
#include "testing/claim.hpp"
#include "testing/watch.hpp"

// Everybody's turn comes: of those that wait, each wakes the next by giving the lock up, and nobody else does.
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
