// SPDX-License-Identifier: MIT
// Mutant: the closure runs on the thread that joins.
// Breaks: threads.spawn.new-thread
// Verdict: FAIL
#include "mutant.hpp"

MUTANT(port) {
  port.threads.spawn = [](fearless_closure closure) {
    return reinterpret_cast<fearless_thread*>(new fearless_closure(closure));
  };
  port.threads.join = [](auto* handle, auto* result) {
    auto* const kept = reinterpret_cast<fearless_closure*>(handle);
    const auto outcome = kept->call(kept->env, result);
    kept->drop(kept->env);
    delete kept;
    return outcome;
  };
}
