// SPDX-License-Identifier: MIT
#pragma once

#include <concepts>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <utility>

#include "mutant.hpp"

/// A simple thread: its end is recorded under a lock, and its joiner waits for a condition. It is correct. A mutant
/// derives from it, overrides a function, and replaces the reference's threads:
///
///     struct rash : awaited_thread {
///       void wait(std::unique_lock<std::mutex>&) override {}
///     };
///
///     MUTANT(port) { await_threads<rash>(port); }
struct awaited_thread {
  virtual ~awaited_thread() {
    if (value.drop != nullptr) value.drop(value.data);
  }

  /// Called when the closure has ended and its environment was dropped.
  virtual void finish(fearless_outcome how, fearless_value with) {
    const std::scoped_lock locked(lock);
    outcome = how;
    value = with;
    finished = true;
    changed.notify_all();
  }

  virtual fearless_outcome join(fearless_value* result) {
    std::unique_lock locked(lock);
    wait(locked);
    *result = std::exchange(value, {});
    return outcome;
  }

  /// Waits until the thread has finished. Called with the lock held.
  virtual void wait(std::unique_lock<std::mutex>& locked) {
    while (!finished) changed.wait(locked);
  }

  std::mutex lock;
  std::condition_variable changed;
  bool finished = false;
  fearless_outcome outcome = FEARLESS_RETURNS;
  fearless_value value{};
};

/// The closure of the thread, and the thread to report its end to. Owned by the reference's thread.
struct awaited_closure {
  fearless_closure original;
  std::shared_ptr<awaited_thread> thread;
  fearless_outcome outcome = FEARLESS_RETURNS;
  fearless_value value{};

  fearless_closure handed_over() && {
    return {.env = new awaited_closure(std::move(*this)),
            .call =
                [](void* env, fearless_value* result) {
                  auto& own = *static_cast<awaited_closure*>(env);
                  own.outcome = own.original.call(own.original.env, &own.value);
                  *result = {};
                  return FEARLESS_RETURNS;
                },
            .drop =
                [](void* env) {
                  const std::unique_ptr<awaited_closure> own(static_cast<awaited_closure*>(env));
                  own->original.drop(own->original.env);
                  own->thread->finish(own->outcome, own->value);
                }};
  }
};

/// Makes all threads of the port `Thread`s. The reference's own handles are detached, since joins do not use them.
template <std::derived_from<awaited_thread> Thread>
void await_threads(tables& port) {
  using handle = std::shared_ptr<awaited_thread>;
  static constexpr auto take = [](fearless_thread* thread) {
    const std::unique_ptr<handle> own(reinterpret_cast<handle*>(thread));
    return std::move(*own);
  };
  port.threads.spawn = [](fearless_closure closure) {
    auto made = std::make_unique<handle>(std::make_shared<Thread>());
    auto* const started = reference.threads.spawn(awaited_closure{closure, *made}.handed_over());
    if (started == nullptr) return static_cast<fearless_thread*>(nullptr);
    reference.threads.detach(started);
    return reinterpret_cast<fearless_thread*>(made.release());
  };
  port.threads.join = [](fearless_thread* thread, fearless_value* result) { return take(thread)->join(result); };
  port.threads.join_unwrap = [](fearless_thread* thread, fearless_value* result) {
    const handle joined = take(thread);
    const auto outcome = joined->join(result);
    if (outcome == FEARLESS_PANICS) joined->value = std::exchange(*result, {});  // the second panic has another payload
    return outcome;
  };
  port.threads.detach = [](fearless_thread* thread) { take(thread); };
}
