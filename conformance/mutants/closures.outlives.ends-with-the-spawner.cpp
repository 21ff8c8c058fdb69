// SPDX-License-Identifier: MIT
// Mutant: the environment is dropped when the thread that spawned ends.
// Breaks: closures.outlives
// Verdict: RACE
// Case: closures.outlives.spawner-ended.run
#include <memory>
#include <vector>

#include "mutant.hpp"

using environment = std::unique_ptr<void, void (*)(void*)>;
static thread_local std::vector<environment> given_away;

MUTANT(port) {
  port.threads.spawn = [](fearless_closure closure) {
    given_away.emplace_back(closure.env, closure.drop);
    closure.drop = [](void*) {};
    return reference.threads.spawn(closure);
  };
}
