// SPDX-License-Identifier: MIT
// A correct implementation in which a join spins.
#include <atomic>
#include <memory>
#include <utility>

#include "mutant.hpp"

namespace {

using flag = std::shared_ptr<std::atomic<bool>>;

struct environment {
  fearless_closure closure;
  flag finished;
};

struct handle {
  fearless_thread* thread;
  flag finished;
};

/// Spins until the environment is dropped, which is the last visible step of a thread.
fearless_thread* awaited(fearless_thread* thread) {
  const std::unique_ptr<handle> own(reinterpret_cast<handle*>(thread));
  while (!own->finished->load(std::memory_order_acquire)) {
  }
  return own->thread;
}

}  // namespace

VARIANT(port) {
  port.threads.spawn = [](fearless_closure closure) -> fearless_thread* {
    const auto finished = std::make_shared<std::atomic<bool>>(false);
    auto* const thread = reference.threads.spawn({
        .env = new environment{closure, finished},
        .call =
            [](void* env, fearless_value* result) {
              const auto& own = static_cast<environment*>(env)->closure;
              return own.call(own.env, result);
            },
        .drop =
            [](void* env) {
              const std::unique_ptr<environment> own(static_cast<environment*>(env));
              own->closure.drop(own->closure.env);
              own->finished->store(true, std::memory_order_release);
            },
    });
    if (thread == nullptr) return nullptr;
    return reinterpret_cast<fearless_thread*>(new handle{thread, finished});
  };
  port.threads.join = [](fearless_thread* thread, fearless_value* result) {
    return reference.threads.join(awaited(thread), result);
  };
  port.threads.join_unwrap = [](fearless_thread* thread, fearless_value* result) {
    return reference.threads.join_unwrap(awaited(thread), result);
  };
  port.threads.detach = [](fearless_thread* thread) {
    const std::unique_ptr<handle> own(reinterpret_cast<handle*>(thread));
    reference.threads.detach(own->thread);
  };
}
