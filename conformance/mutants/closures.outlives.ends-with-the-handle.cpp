// SPDX-License-Identifier: MIT
// Mutant: the environment is dropped with the join handle while the thread runs.
// Breaks: closures.outlives
// Verdict: RACE
// Case: closures.outlives.unjoined.run
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
  port.threads.detach = [](fearless_thread* thread) {
    const std::scoped_lock locked(lock);
    const auto original = spawned.extract(thread).mapped();
    original.drop(original.env);
    reference.threads.detach(thread);
  };
}
