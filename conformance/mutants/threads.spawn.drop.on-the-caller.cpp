// SPDX-License-Identifier: MIT
// Mutant: join drops the environment of the closure.
// Breaks: threads.spawn.drop
// Verdict: FAIL
// Case: threads.spawn.drop.run
#include <memory>

#include "wrapped_closure.hpp"

struct late_drop {
  fearless_thread* thread;
  fearless_closure closure;
};

MUTANT(port) {
  static constexpr auto end = [](fearless_thread* handle, auto how) {
    const std::unique_ptr<late_drop> own(reinterpret_cast<late_drop*>(handle));
    const auto outcome = how(own->thread);
    own->closure.drop(own->closure.env);
    return outcome;
  };
  port.threads.spawn = [](fearless_closure closure) -> fearless_thread* {
    auto* const thread =
        reference.threads.spawn({.env = new fearless_closure(closure),
                                 .call =
                                     [](void* env, fearless_value* result) {
                                       const auto& original = *static_cast<fearless_closure*>(env);
                                       return original.call(original.env, result);
                                     },
                                 .drop = [](void* env) { delete static_cast<fearless_closure*>(env); }});
    return reinterpret_cast<fearless_thread*>(new late_drop{thread, closure});
  };
  port.threads.join = [](fearless_thread* handle, fearless_value* result) {
    return end(handle, [&](auto* thread) { return reference.threads.join(thread, result); });
  };
  port.threads.join_unwrap = [](fearless_thread* handle, fearless_value* result) {
    return end(handle, [&](auto* thread) { return reference.threads.join_unwrap(thread, result); });
  };
  port.threads.detach = [](fearless_thread* handle) {
    end(handle, [](auto* thread) {
      reference.threads.detach(thread);
      return FEARLESS_RETURNS;
    });
  };
}
