// SPDX-License-Identifier: MIT
// Mutant: spawn stores the closure in one place and does not wait until its thread has taken it.
// Breaks: threads.spawn.closure
// Verdict: FAIL
// Case: threads.spawn.closure.stress
// Schedule: matters
#include <mutex>
#include <optional>
#include <utility>

#include "mutant.hpp"

static std::mutex lock;
static std::optional<fearless_closure> left_here;

static std::optional<fearless_closure> leave(std::optional<fearless_closure> closure) {
  const std::scoped_lock locked(lock);
  return std::exchange(left_here, closure);
}

static fearless_outcome call_what_is_there(void*, fearless_value* result) {
  *result = {};
  const auto found = leave(std::nullopt);
  if (!found) return FEARLESS_RETURNS;
  const auto outcome = found->call(found->env, result);
  found->drop(found->env);
  return outcome;
}

MUTANT(port) {
  port.threads.spawn = [](fearless_closure closure) {
    leave(closure);
    return reference.threads.spawn({.env = nullptr, .call = call_what_is_there, .drop = [](void*) {}});
  };
}
