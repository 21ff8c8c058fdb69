// SPDX-License-Identifier: MIT
// Two threads write the same memory, ordered by a release store and an acquire load.
// Verdict: PASS
// Builds: instrumented
#include <atomic>
#include <cstdio>
#include <thread>

namespace {
alignas(64) long shared = 0;
alignas(64) std::atomic<bool> written = false;
}  // namespace

int main() {
  std::thread other([] {
    shared = 1;
    written.store(true, std::memory_order_release);
  });
  while (!written.load(std::memory_order_acquire)) std::this_thread::yield();
  shared = 2;
  other.join();
  std::puts("DONE");
}
