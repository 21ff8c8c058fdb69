// SPDX-License-Identifier: MIT
// Two threads each hold a lock and wait for the lock of the other one.
// Verdict: DEADLOCK
// Builds: plain instrumented
#include <atomic>
#include <cstdio>
#include <mutex>
#include <thread>

namespace {

std::mutex first, second;
std::atomic<int> arrived = 0;

void meet_the_other() {
  ++arrived;
  while (arrived < 2) std::this_thread::yield();
}

void take(std::mutex& own, std::mutex& other) {
  const std::lock_guard holds_own(own);
  meet_the_other();
  const std::lock_guard holds_both(other);
}

}  // namespace

int main() {
  std::thread one([] { take(first, second); });
  std::thread two([] { take(second, first); });
  one.join();
  two.join();
  std::puts("DONE");
}
