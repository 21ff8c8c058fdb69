// SPDX-License-Identifier: MIT
// Claim: try_lock shall acquire a lock that is free, if each earlier release happens before the call and no other
//   thread tries to acquire the lock.
#include "bindings/mutex.hpp"

#include <vector>

#include "bindings/thread.hpp"
#include "testing/claim.hpp"
#include "testing/latch.hpp"

namespace {

constexpr int times = 1000;

/// How many of as many attempts in a row acquire the lock.
int acquired(const bindings::mutex<int>& data) {
  int count = 0;
  for (int time = 0; time < times; ++time) count += data.try_lock().is_locked() ? 1 : 0;
  return count;
}

/// Several threads lock, and wait for each other.
void contend(const bindings::mutex<int>& data) {
  const testing::latch start;
  std::vector<bindings::join_handle<bindings::nothing>> threads;
  for (int thread = 0; thread < 3; ++thread) {
    threads.push_back(bindings::spawn([=] {
      start.wait();
      for (int time = 0; time < times; ++time) data.with_lock([](int& value) { ++value; });
    }));
  }
  start.open();
  for (auto& thread : threads) thread.join();
}

}  // namespace

CLAIM("mutex.try-lock.free") {
  const bindings::mutex<int> data(0);

  CHECK(acquired(data) == times);
  CHECK(bindings::spawn([=] { return acquired(data); }).join() == times);
  contend(data);
  CHECK(acquired(data) == times);
}
