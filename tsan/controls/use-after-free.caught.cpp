// SPDX-License-Identifier: MIT
// A thread reads memory that was freed before.
// Verdict: RACE
// Builds: instrumented
#include <atomic>
#include <cstdio>
#include <thread>

namespace {
std::atomic<bool> go_on = false;
}

int main() {
  auto* const numbers = new long[64]{};
  std::thread reader([numbers] {
    while (!go_on) std::this_thread::yield();
    [[maybe_unused]] volatile long seen = numbers[0];
  });
  delete[] numbers;
  go_on = true;
  reader.join();
  std::puts("DONE");
}
