// SPDX-License-Identifier: MIT
#include "subject/mutex.hpp"

#include <vector>

#include "subject/claim.hpp"
#include "subject/gate.hpp"
#include "subject/thread.hpp"
#include "subject/watch.hpp"

// Those that wait already learn of it too: none of them is let in, and none is left to wait.
CLAIM("mutex.poison.fails") {
  const subject::mutex<int> data(5);
  const subject::gate inside, leave;
  const std::vector<subject::watch> waiters(3);

  auto holder = subject::spawn([=] {
    data.with_lock([=](int&) {
      inside.open();
      leave.pass();
      subject::panic(1);
    });
  });
  inside.pass();
  std::vector<subject::join_handle<bool>> waiting;
  for (const auto& self : waiters) {
    waiting.push_back(subject::spawn([=] {
      self.here();
      return data.lock().is_poisoned();
    }));
  }
  for (const auto& each : waiters) each.settle();
  leave.open();

  for (auto& thread : waiting) CHECK(thread.join() == true);
  CHECK(holder.join().panicked());
}
