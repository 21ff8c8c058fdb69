// SPDX-License-Identifier: MIT
// A thread reads memory that is freed when the thread has ended.
// Verdict: PASS
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
  go_on = true;
  reader.join();
  delete[] numbers;
  std::puts("DONE");
}
