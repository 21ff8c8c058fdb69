// SPDX-License-Identifier: MIT
// A thread waits for a notification that came before the wait.
// Verdict: DEADLOCK
// Builds: plain instrumented
#include <condition_variable>
#include <cstdio>
#include <mutex>
#include <thread>

namespace {
std::mutex lock;
std::condition_variable changed;
bool ready = false;
}  // namespace

int main() {
  {
    const std::lock_guard held(lock);
    ready = true;
  }
  changed.notify_one();
  std::thread waiter([] {
    std::unique_lock held(lock);
    changed.wait(held);
  });
  waiter.join();
  std::puts("DONE");
}
