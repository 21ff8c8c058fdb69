// SPDX-License-Identifier: MIT
// Mutant: a thread whose handle was dropped does not drop its result.
// Breaks: join.handle.result
// Verdict: DEADLOCK
// Case: join.handle.result.run
#include <atomic>

#include "awaited_thread.hpp"

struct forgetting : awaited_thread {
  void finish(fearless_outcome how, fearless_value with) override {
    if (!is_abandoned) awaited_thread::finish(how, with);
  }

  std::atomic<bool> is_abandoned = false;
};

MUTANT(port) {
  await_threads<forgetting>(port);
  port.threads.detach = [](fearless_thread* thread) {
    const std::unique_ptr<std::shared_ptr<awaited_thread>> own(
        reinterpret_cast<std::shared_ptr<awaited_thread>*>(thread));
    static_cast<forgetting&>(**own).is_abandoned = true;
  };
}
