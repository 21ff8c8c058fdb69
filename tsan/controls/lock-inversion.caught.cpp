// SPDX-License-Identifier: MIT
// Two threads take two locks in opposite orders, one thread after the other. No thread waits this time, but one might.
// Verdict: RACE
// Builds: instrumented
// Options: detect_deadlocks=1
#include <cstdio>
#include <mutex>
#include <thread>

namespace {

std::mutex first, second;

void take(std::mutex& one, std::mutex& then_the_other) {
  const std::lock_guard holds_one(one);
  const std::lock_guard holds_both(then_the_other);
}

}  // namespace

int main() {
  std::thread([] { take(first, second); }).join();
  std::thread([] { take(second, first); }).join();
  std::puts("DONE");
}
