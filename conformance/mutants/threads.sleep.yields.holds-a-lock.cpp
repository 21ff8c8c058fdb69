// SPDX-License-Identifier: MIT
// Mutant: sleep holds a lock that closures and other sleeps need.
// Breaks: threads.sleep.yields
// Verdict: DEADLOCK
#include <unistd.h>

#include <mutex>

#include "wrapped_closure.hpp"

static std::mutex awake;

MUTANT(port) {
  port.threads.spawn = [](fearless_closure closure) {
    return reference.threads.spawn(wrap_closure(closure, [](const fearless_closure& original, fearless_value* result) {
      awake.lock();
      awake.unlock();
      return original.call(original.env, result);
    }));
  };
  port.threads.sleep = [](auto) {
    const std::lock_guard asleep(awake);
    while (true) pause();  // for an hour or longer; no other thread may continue meanwhile
  };
}
