// SPDX-License-Identifier: MIT
// Mutant: all threads run on one processor.
// Breaks: threads.performance
// Verdict: FAIL
// Case: threads.performance.cost
#include <sched.h>

#include "wrapped_closure.hpp"

static const auto only_processor = static_cast<unsigned>(sched_getcpu());

MUTANT(port) {
  port.threads.spawn = [](fearless_closure closure) {
    return reference.threads.spawn(wrap_closure(closure, [](const fearless_closure& original, fearless_value* result) {
      cpu_set_t only;
      CPU_ZERO(&only);
      CPU_SET(only_processor, &only);
      sched_setaffinity(0, sizeof only, &only);
      return original.call(original.env, result);
    }));
  };
}
