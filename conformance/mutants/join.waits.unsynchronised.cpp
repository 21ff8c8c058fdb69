// SPDX-License-Identifier: MIT
// Mutant: join waits without any order after the writes of the thread.
// Breaks: join.waits
// Verdict: RACE
// Case: join.waits.visible.run
#include <sched.h>

#include "wrapped_closure.hpp"

static volatile bool finished = false;  // not atomic, but the detector does not see its uses

__attribute__((no_sanitize("thread"))) static void finish() {
  finished = true;
}

__attribute__((no_sanitize("thread"))) static void wait_until_finished() {
  while (!finished) sched_yield();
}

MUTANT(port) {
  port.threads.spawn = [](fearless_closure closure) {
    return reference.threads.spawn(wrap_closure(closure, [](const fearless_closure& original, fearless_value* result) {
      const auto outcome = original.call(original.env, result);
      finish();
      return outcome;
    }));
  };
  port.threads.join = [](fearless_thread*, fearless_value* result) {
    wait_until_finished();  // leaks the handle, since detaching it would synchronise
    *result = {};
    return FEARLESS_RETURNS;
  };
}
