// SPDX-License-Identifier: MIT
#include "subject/mutex.hpp"

#include <optional>
#include <vector>

#include "subject/claim.hpp"
#include "subject/thread.hpp"
#include "subject/watch.hpp"

// Everybody's turn comes: of those that wait, each wakes the next by giving the lock up, and nobody else does.
CLAIM("mutex.lock.blocks") {
  const std::vector<subject::watch> waiters(4);
  const subject::mutex<int> data(0);
  std::optional held(data.lock());

  std::vector<subject::join_handle<bool>> threads;
  for (const auto& self : waiters) {
    threads.push_back(subject::spawn([=] {
      self.here();
      return data.lock().is_locked();
    }));
  }
  for (const auto& each : waiters) each.settle();
  held.reset();

  for (auto& thread : threads) CHECK(thread.join() == true);
}
