// SPDX-License-Identifier: MIT
// Mutant: `spawn` returns only when the closure has ended.
// Breaks: closures.background
// Verdict: DEADLOCK
#include <latch>

#include "mutant.hpp"

namespace {
struct awaited {
  fearless_closure closure;
  std::latch done{1};
};
}  // namespace

MUTANT(port) {
  port.threads.spawn = [](fearless_closure closure) {
    auto* const waited_for = new awaited{.closure = closure};
    auto* const thread = reference.threads.spawn({
        .env = waited_for,
        .call =
            [](void* env, fearless_value* result) {
              auto& own = static_cast<awaited*>(env)->closure;
              return own.call(own.env, result);
            },
        .drop = [](void* env) { static_cast<awaited*>(env)->done.count_down(); },
    });
    waited_for->done.wait();
    closure.drop(closure.env);
    return thread;
  };
}
