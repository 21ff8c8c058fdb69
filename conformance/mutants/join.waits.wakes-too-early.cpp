// SPDX-License-Identifier: MIT
// Mutant: the thread wakes the joiner before it sets the flag that it has ended.
// Breaks: join.waits
// Verdict: DEADLOCK
// Case: join.waits.stress
// Schedule: matters
#include <linux/futex.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <atomic>

#include "awaited_thread.hpp"

struct hasty : awaited_thread {
  void finish(fearless_outcome how, fearless_value with) override {
    awaited_thread::finish(how, with);
    syscall(SYS_futex, &has_ended, FUTEX_WAKE_PRIVATE, 1, nullptr, nullptr, 0);
    has_ended = 1;
  }
  fearless_outcome join(fearless_value* result) override {
    while (has_ended == 0) syscall(SYS_futex, &has_ended, FUTEX_WAIT_PRIVATE, 0, nullptr, nullptr, 0);
    return awaited_thread::join(result);
  }

  std::atomic<int> has_ended = 0;
};

MUTANT(port) {
  await_threads<hasty>(port);
}
