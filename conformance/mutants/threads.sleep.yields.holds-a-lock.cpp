// SPDX-License-Identifier: MIT
// Mutant: who sleeps holds a lock that closures and sleepers need.
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
    while (true) pause();  // for an hour or for ever: what counts is that nobody else gets on meanwhile
  };
}
