// SPDX-License-Identifier: MIT
// Two threads write the same memory, and what lies between the two writes in time does not order them.
// Verdict: RACE
// Builds: instrumented
#include <atomic>
#include <cstdio>
#include <thread>

namespace {
alignas(64) long shared = 0;
alignas(64) std::atomic<bool> written = false, written_again = false;
}  // namespace

int main() {
  std::thread other([] {
    shared = 1;
    written.store(true, std::memory_order_relaxed);
    // What a thread did may be forgotten once it has ended, and then no race with it is reported: it stays.
    while (!written_again.load(std::memory_order_relaxed)) std::this_thread::yield();
  });
  while (!written.load(std::memory_order_relaxed)) std::this_thread::yield();
  shared = 2;
  written_again.store(true, std::memory_order_relaxed);
  other.join();
  std::puts("DONE");
}
