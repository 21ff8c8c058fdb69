// SPDX-License-Identifier: MIT
// Mutant: join checks ten times whether the thread has ended, and then returns.
// Breaks: join.completes
// Verdict: FAIL
#include <atomic>
#include <chrono>
#include <thread>

#include "wrapped_closure.hpp"

static std::atomic<bool> finished = false;

MUTANT(port) {
  port.threads.spawn = [](fearless_closure closure) {
    return reference.threads.spawn(wrap_closure(closure, [](const fearless_closure& original, fearless_value* result) {
      const auto outcome = original.call(original.env, result);
      finished = true;
      return outcome;
    }));
  };
  port.threads.join = [](auto* handle, auto* result) {
    for (int looks = 0; looks < 10 && !finished; ++looks) std::this_thread::sleep_for(std::chrono::microseconds(100));
    if (finished) return reference.threads.join(handle, result);
    reference.threads.detach(handle);
    *result = {};
    return FEARLESS_RETURNS;
  };
}
