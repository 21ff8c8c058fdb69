// SPDX-License-Identifier: MIT
// Two threads write the same memory, one later in time, without an order between the writes.
// Verdict: RACE
// Builds: instrumented
#include <atomic>
#include <cstdio>
#include <mutex>
#include <thread>

namespace {
alignas(64) long shared = 0;
alignas(64) std::atomic<bool> written = false;
std::mutex until_the_end;
}  // namespace

int main() {
  std::unique_lock held(until_the_end);
  std::thread other([] {
    shared = 1;
    written.store(true, std::memory_order_relaxed);
    // The detector may forget the accesses of a thread that has ended or has made many more, and then reports no
    // race with them: so the thread stays and does nothing.
    const std::scoped_lock wait(until_the_end);
  });
  while (!written.load(std::memory_order_relaxed)) std::this_thread::yield();
  shared = 2;
  held.unlock();
  other.join();
  std::puts("DONE");
}
