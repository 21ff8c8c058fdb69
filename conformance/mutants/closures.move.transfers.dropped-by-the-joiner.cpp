// SPDX-License-Identifier: MIT
// Mutant: the values that were moved to the thread are dropped by the thread that joins it.
// Breaks: closures.move.transfers.owner
// Verdict: FAIL
#include <mutex>
#include <unordered_map>

#include "mutant.hpp"

static std::mutex lock;
static std::unordered_map<fearless_thread*, fearless_closure> spawned;

MUTANT(port) {
  port.threads.spawn = [](fearless_closure closure) {
    const fearless_closure original = closure;
    closure.drop = [](void*) {};
    auto* const thread = reference.threads.spawn(closure);
    const std::scoped_lock locked(lock);
    return spawned.emplace(thread, original).first->first;
  };
  port.threads.join = [](fearless_thread* thread, fearless_value* result) {
    const std::scoped_lock locked(lock);
    const auto original = spawned.extract(thread).mapped();
    const auto outcome = reference.threads.join(thread, result);
    original.drop(original.env);
    return outcome;
  };
}
