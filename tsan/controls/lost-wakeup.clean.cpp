// SPDX-License-Identifier: MIT
// A thread checks before it waits whether the notification has come.
// Verdict: PASS
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
    changed.wait(held, [] { return ready; });
  });
  waiter.join();
  std::puts("DONE");
}
