// SPDX-License-Identifier: MIT
// Mutant: the caller of spawn keeps a part of the environment until spawn returns, and may be the last to drop it.
// Breaks: threads.spawn.drop
// Verdict: FAIL
// Case: threads.spawn.drop.stress
// Schedule: matters
#include <memory>

#include "mutant.hpp"

/// Drops the closure with its last owner.
struct shared_closure {
  explicit shared_closure(fearless_closure to_share) : original(to_share) {}
  shared_closure(const shared_closure&) = delete;
  ~shared_closure() { original.drop(original.env); }

  fearless_closure original;
};
using owner = std::shared_ptr<shared_closure>;

MUTANT(port) {
  port.threads.spawn = [](fearless_closure closure) {
    const auto kept = std::make_shared<shared_closure>(closure);
    return reference.threads.spawn({.env = new owner(kept),
                                    .call =
                                        [](void* env, fearless_value* result) {
                                          const auto& original = (*static_cast<owner*>(env))->original;
                                          return original.call(original.env, result);
                                        },
                                    .drop = [](void* env) { delete static_cast<owner*>(env); }});
  };
}
