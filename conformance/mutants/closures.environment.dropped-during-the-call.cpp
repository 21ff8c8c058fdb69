// SPDX-License-Identifier: MIT
// Mutant: the environment is dropped as soon as the closure runs.
// Breaks: closures.environment
// Verdict: RACE
// Case: closures.environment.lasting.run
#include <sched.h>

#include <atomic>
#include <memory>

#include "mutant.hpp"

/// A closure whose environment another thread drops, and whether its call has begun.
struct watched_closure {
  fearless_closure original;
  std::shared_ptr<std::atomic<bool>> begun;
};

MUTANT(port) {
  port.threads.spawn = [](fearless_closure closure) {
    const auto begun = std::make_shared<std::atomic<bool>>(false);
    auto* const thread =
        reference.threads.spawn({.env = new watched_closure{closure, begun},
                                 .call =
                                     [](void* env, fearless_value* result) {
                                       const auto& own = *static_cast<watched_closure*>(env);
                                       own.begun->store(true, std::memory_order_relaxed);  // orders nothing
                                       return own.original.call(own.original.env, result);
                                     },
                                 .drop = [](void* env) { delete static_cast<watched_closure*>(env); }});
    while (thread != nullptr && !begun->load(std::memory_order_relaxed)) sched_yield();
    closure.drop(closure.env);
    return thread;
  };
}
