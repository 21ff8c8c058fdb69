// SPDX-License-Identifier: MIT
// Claim: try_lock shall acquire a lock that is free, if each earlier release happens before the call and no other
//   thread tries to acquire the lock.
#include "bindings/mutex.hpp"

#include <optional>

#include "bindings/thread.hpp"
#include "testing/claim.hpp"
#include "testing/watch.hpp"

namespace {

constexpr int times = 1000;

/// How many of as many attempts in a row acquire the lock.
int acquired(const bindings::mutex<int>& data) {
  int count = 0;
  for (int time = 0; time < times; ++time) count += data.try_lock().is_locked() ? 1 : 0;
  return count;
}

/// One thread holds the lock, and another waits for it.
void contend(const bindings::mutex<int>& data) {
  const testing::watch waiter;
  std::optional held(data.lock());
  auto waiting = bindings::spawn([=] {
    waiter.here();
    data.with_lock([](int& value) { ++value; });
  });
  waiter.settle();
  held.reset();
  waiting.join();
}

}  // namespace

CLAIM("mutex.try-lock.free") {
  const bindings::mutex<int> data(0);

  CHECK(acquired(data) == times);
  CHECK(bindings::spawn([=] { return acquired(data); }).join() == times);
  contend(data);
  CHECK(acquired(data) == times);
}
