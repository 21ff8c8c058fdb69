// SPDX-License-Identifier: MIT
// Claim: After a holder panicked, lock and try_lock shall fail on every other thread, with an error in the lock result.
//   A call that is already waiting fails too.
// Aspect: Several threads already wait for the lock when its holder panics.
#include "bindings/mutex.hpp"

#include <vector>

#include "bindings/thread.hpp"
#include "testing/claim.hpp"
#include "testing/latch.hpp"
#include "testing/watch.hpp"

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
