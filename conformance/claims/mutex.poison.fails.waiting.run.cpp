// SPDX-License-Identifier: MIT
#include "bindings/mutex.hpp"

#include <vector>

#include "bindings/thread.hpp"
#include "testing/claim.hpp"
#include "testing/latch.hpp"
#include "testing/watch.hpp"

// Those that wait already learn of it too: none of them is let in, and none is left to wait.
CLAIM("mutex.poison.fails") {
  const bindings::mutex<int> data(5);
  const testing::latch inside, leave;
  const std::vector<testing::watch> waiters(3);

  auto holder = bindings::spawn([=] {
    data.with_lock([=](int&) {
      inside.open();
      leave.wait();
      bindings::panic(1);
    });
  });
  inside.wait();
  std::vector<bindings::join_handle<bool>> waiting;
  for (const auto& self : waiters) {
    waiting.push_back(bindings::spawn([=] {
      self.here();
      return data.lock().is_poisoned();
    }));
  }
  for (const auto& each : waiters) each.settle();
  leave.open();

  for (auto& thread : waiting) CHECK(thread.join() == true);
  CHECK(holder.join().panicked());
}
