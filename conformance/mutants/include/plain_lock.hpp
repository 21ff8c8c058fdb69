// SPDX-License-Identifier: MIT
#pragma once

#include <concepts>
#include <condition_variable>
#include <exception>
#include <memory>
#include <mutex>
#include <utility>

#include "mutant.hpp"

struct plain_lock;

/// A held lock, which the destructor releases.
struct plain_guard {
  explicit plain_guard(plain_lock& holder_of) : lock(holder_of) {}
  ~plain_guard();
  plain_guard(const plain_guard&) = delete;
  plain_guard& operator=(const plain_guard&) = delete;

  /// Whether a panic unwinds through the guard: one that began after the lock was taken.
  [[nodiscard]] bool is_passed_by_panic() const { return !was_unwinding && is_unwinding(); }

  [[nodiscard]] static bool is_unwinding() { return std::uncaught_exceptions() > 0; }

  plain_lock& lock;
  const bool was_unwinding = is_unwinding();
};

/// A simple mutex: a flag that says whether it is held, with a lock and a condition. It is correct. A mutant derives
/// from it, overrides a function, and replaces the reference's mutex:
///
///     struct careless : plain_lock {
///       void poison() override {}
///     };
///
///     MUTANT(port) { port.mutexes = plain_locks<careless>(); }
struct plain_lock {
  virtual ~plain_lock() {
    if (value.drop != nullptr) value.drop(value.data);
  }

  // The operations of its users.

  virtual fearless_locked lock() {
    std::unique_lock locked(own);
    while (is_held) wait(locked);
    return take();
  }

  virtual fearless_locked try_lock() {
    const std::scoped_lock locked(own);
    return is_held ? FEARLESS_WOULD_BLOCK : take();
  }

  /// The data, for the holder.
  virtual fearless_value* deref() { return &value; }

  /// Called when the guard is dropped.
  virtual void unlock(const plain_guard& guard) {
    const std::scoped_lock locked(own);
    if (is_panic(guard)) poison();
    give_up();
  }

  // The steps of these operations, called with the lock of the flag held.

  /// Makes the caller the holder of the free lock, unless it is poisoned.
  virtual fearless_locked take() {
    if (is_poisoned) return FEARLESS_POISONED;
    is_held = true;
    return FEARLESS_LOCKED;
  }

  /// Waits until the lock may be free.
  virtual void wait(std::unique_lock<std::mutex>& locked) { changed.wait(locked); }

  /// Whether a panic ends the holder's turn.
  virtual bool is_panic(const plain_guard& guard) { return guard.is_passed_by_panic(); }

  virtual void poison() { is_poisoned = true; }

  virtual void give_up() {
    is_held = false;
    wake();
  }

  /// Wakes threads that may wait for the lock, which is free.
  virtual void wake() { changed.notify_all(); }

  std::mutex own;
  std::condition_variable changed;
  bool is_held = false;
  bool is_poisoned = false;
  fearless_value value{};
};

inline plain_guard::~plain_guard() {
  lock.unlock(*this);
}

/// A panic that unwinds the frames of the lock's users.
struct plain_panic {};

/// Runs the body with a guard in this stack frame, through which a panic of the body unwinds.
inline void run_guarded(plain_lock& held, fearless_locked_body body, void* env) {
  const plain_guard guard(held);
  if (body(env, held.deref()) == FEARLESS_PANICS) throw plain_panic();
}

/// The port's table for mutexes, each of which is a `Lock`.
template <std::derived_from<plain_lock> Lock>
fearless_mutexes plain_locks() {
  static constexpr auto of = [](fearless_mutex* mutex) -> plain_lock& { return *reinterpret_cast<plain_lock*>(mutex); };
  static constexpr auto hold = [](fearless_locked outcome, plain_lock& lock, fearless_guard** guard) {
    if (outcome == FEARLESS_LOCKED) *guard = reinterpret_cast<fearless_guard*>(new plain_guard(lock));
    return outcome;
  };
  return {
      .create =
          [](fearless_value inside) {
            auto* const made = new Lock;
            made->value = inside;
            return reinterpret_cast<fearless_mutex*>(static_cast<plain_lock*>(made));
          },
      .drop = [](fearless_mutex* mutex) { delete &of(mutex); },
      .lock = [](fearless_mutex* mutex, fearless_guard** guard) { return hold(of(mutex).lock(), of(mutex), guard); },
      .try_lock = [](fearless_mutex* mutex,
                     fearless_guard** guard) { return hold(of(mutex).try_lock(), of(mutex), guard); },
      .deref = [](fearless_guard* guard) { return reinterpret_cast<plain_guard*>(guard)->lock.deref(); },
      .unlock = [](fearless_guard* guard) { delete reinterpret_cast<plain_guard*>(guard); },
      .with_lock =
          [](fearless_mutex* mutex, fearless_locked_body body, void* env, fearless_outcome* outcome) {
            const auto attempt = of(mutex).lock();
            if (attempt != FEARLESS_LOCKED) return attempt;
            *outcome = FEARLESS_RETURNS;
            try {
              run_guarded(of(mutex), body, env);
            } catch (const plain_panic&) {
              *outcome = FEARLESS_PANICS;
            }
            return attempt;
          },
      .with_lock_unwrap =
          [](fearless_mutex* mutex, fearless_locked_body body, void* env) {
            try {
              if (of(mutex).lock() != FEARLESS_LOCKED) throw plain_panic();
              run_guarded(of(mutex), body, env);
              return FEARLESS_RETURNS;
            } catch (const plain_panic&) {
              return FEARLESS_PANICS;
            }
          },
  };
}
