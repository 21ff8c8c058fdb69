// SPDX-License-Identifier: MIT
// Mutant: the detector is told to ignore the accesses of spawned threads.
// Breaks: closures.hazard.dangling
// Verdict: INVALID
#include "mutant.hpp"

extern "C" [[gnu::weak]] void __tsan_ignore_thread_begin();
extern "C" [[gnu::weak]] void __tsan_ignore_thread_end();

MUTANT(port) {
  port.threads.spawn = [](fearless_closure closure) {
    return reference.threads.spawn({
        .env = new fearless_closure(closure),
        .call =
            [](void* env, fearless_value* result) {
              const auto& own = *static_cast<fearless_closure*>(env);
              if (__tsan_ignore_thread_begin != nullptr) __tsan_ignore_thread_begin();
              const auto outcome = own.call(own.env, result);
              if (__tsan_ignore_thread_end != nullptr) __tsan_ignore_thread_end();
              return outcome;
            },
        .drop = [](void* env) { delete static_cast<fearless_closure*>(env); },
    });
  };
}
