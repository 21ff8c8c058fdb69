// SPDX-License-Identifier: MIT
#pragma once

#include <ostream>
#include <utility>

#include "bindings/port.hpp"
#include "bindings/thread.hpp"
#include "bindings/value.hpp"

namespace bindings {

/// The result of an attempt to lock: the implementation's guard, or the reason why there is none. Its destructor drops
/// the guard.
///
/// It stays on the thread that locked. A panic of a test must not unwind past it, since that would unwind no frame of
/// the implementation: a test that panics with the lock held does so inside `with_lock`.
template <class T>
class locked {
 public:
  locked(fearless_locked outcome, fearless_guard* guard) : outcome_(outcome), guard_(guard) {}
  locked(locked&& other) noexcept : outcome_(other.outcome_), guard_(std::exchange(other.guard_, nullptr)) {}
  locked& operator=(locked&&) = delete;
  ~locked() {
    if (guard_ != nullptr) mutexes().unlock(guard_);
  }

  [[nodiscard]] bool is_locked() const { return outcome_ == FEARLESS_LOCKED; }
  [[nodiscard]] bool is_poisoned() const { return outcome_ == FEARLESS_POISONED; }
  [[nodiscard]] bool would_block() const { return outcome_ == FEARLESS_WOULD_BLOCK; }

  /// The data, as the implementation dereferences its guard. Null where there is no guard, or the implementation lost
  /// the value.
  [[nodiscard]] T* value() const {
    return guard_ != nullptr ? static_cast<T*>(mutexes().deref(guard_)->data) : nullptr;
  }
  T& operator*() const { return *value(); }
  T* operator->() const { return value(); }

  /// Replaces the data by another value, and drops the old one.
  void replace(T other) const { drop(std::exchange(*mutexes().deref(guard_), box(std::move(other)))); }

  /// Whether the lock is held, and this is the data.
  bool operator==(const T& expected) const {
    const T* const data = value();
    return is_locked() && data != nullptr && *data == expected;
  }

  /// Prints the result for a failed assertion.
  friend std::ostream& operator<<(std::ostream& out, const locked& attempt) {
    if (attempt.is_poisoned()) return out << "poisoned";
    if (attempt.would_block()) return out << "locked by another";
    const T* const data = attempt.value();
    if (data == nullptr) return out << "no value";
    if constexpr (requires { out << *data; })
      return out << *data;
    else
      return out << "a value";
  }

 private:
  fearless_locked outcome_;
  fearless_guard* guard_;
};

namespace detail {

/// The body of a `with_lock`, and how it ended.
template <class T, class F>
struct locked_body {
  F& body;
  bool ran = false;
  fearless_value payload{};

  static fearless_outcome run(void* environment, fearless_value* slot) {
    auto& own = *static_cast<locked_body*>(environment);
    if (slot->data == nullptr) return FEARLESS_RETURNS;  // the implementation lost the value
    own.ran = true;
    try {
      own.body(*static_cast<T*>(slot->data));
      return FEARLESS_RETURNS;
    } catch (const panicking& thrown) {
      own.payload = thrown.payload;
      return FEARLESS_PANICS;
    }
  }

  /// Continues the panic that came out of the implementation, if one did.
  void go_on(fearless_outcome outcome) {
    if (outcome == FEARLESS_PANICS) throw panicking{payload};
    drop(payload);  // the implementation lost the panic
  }
};

}  // namespace detail

/// A mutex of the implementation around a `T`.
///
/// A handle: copies refer to the same mutex, which lives until `destroy` or the end of the process. Thread safety: all
/// functions but `destroy` may be called from any thread.
template <class T>
class mutex {
 public:
  explicit mutex(T value) : mutex_(mutexes().create(box(std::move(value)))) {}

  /// Waits for the lock. Blocks.
  [[nodiscard]] locked<T> lock() const {
    fearless_guard* guard = nullptr;
    const auto outcome = mutexes().lock(mutex_, &guard);
    return {outcome, guard};
  }

  /// Takes the lock if it is free. Does not block.
  [[nodiscard]] locked<T> try_lock() const {
    fearless_guard* guard = nullptr;
    const auto outcome = mutexes().try_lock(mutex_, &guard);
    return {outcome, guard};
  }

  /// Runs `body(data)` with the lock held and the implementation's guard in the implementation's own frames: a panic of
  /// the body unwinds these and then continues here. Returns whether the body ran, which it does unless the lock fails.
  /// Blocks.
  template <class F>
  bool with_lock(F body) const {
    detail::locked_body<T, F> held{body};
    auto outcome = FEARLESS_RETURNS;
    const auto attempt = mutexes().with_lock(mutex_, held.run, &held, &outcome);
    held.go_on(attempt == FEARLESS_LOCKED ? outcome : FEARLESS_RETURNS);
    return attempt == FEARLESS_LOCKED && held.ran;
  }

  /// The same with the result of the lock unwrapped by the implementation: panics where the lock fails. Blocks.
  template <class F>
  void with_lock_unwrap(F body) const {
    detail::locked_body<T, F> held{body};
    held.go_on(mutexes().with_lock_unwrap(mutex_, held.run, &held));
  }

  /// Drops the mutex. It must not be used again.
  void destroy() const { mutexes().drop(mutex_); }

 private:
  fearless_mutex* mutex_;
};

/// Runs the body and returns whether it panicked. Catches the panic.
template <class F>
bool panics(F body) {
  try {
    body();
    return false;
  } catch (const panicking& thrown) {
    drop(thrown.payload);
    return true;
  }
}

}  // namespace bindings
