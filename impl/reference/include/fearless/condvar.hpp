// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <expected>
#include <string>
#include <utility>

#include "fearless/debug.hpp"
#include "fearless/detail/futex.hpp"
#include "fearless/detail/raw_mutex.hpp"
#include "fearless/lock_result.hpp"
#include "fearless/mutex.hpp"
#include "fearless/send.hpp"

namespace fearless {

/// Whether a wait ended because of its time limit.
class wait_timeout_result {
 public:
  explicit wait_timeout_result(bool timed_out) : timed_out_(timed_out) {}
  [[nodiscard]] bool timed_out() const { return timed_out_; }
  bool operator==(const wait_timeout_result&) const = default;

  friend void append_debug(std::string& text, const wait_timeout_result& printed) {
    text += "WaitTimeoutResult(" + debug(printed.timed_out_) + ')';
  }

 private:
  bool timed_out_;
};

/// The result of a wait with a time limit: the guard, and whether the wait timed out.
template <class T>
using timed_guard = std::pair<mutex_guard<T>, wait_timeout_result>;

/// Where threads wait, with a mutex released, until another thread notifies them of a change to the data in the mutex.
///
/// | step               | a waiting thread                       | a notifying thread                |
/// |--------------------|----------------------------------------|-----------------------------------|
/// | with the lock held | reads the number of notifications      | changes the data                  |
/// | then               | releases the lock                      | increments the number, then wakes |
/// | then               | sleeps if the number is still the same |                                   |
/// | then               | takes the lock again                   |                                   |
///
/// A notification after the release of the lock is therefore not lost, whether the sleep has begun or not. A wait may
/// also end without a notification; `wait_while` then waits again. Thread safety: all functions may be called from
/// several threads at once. A condvar can be moved while no thread waits, as in Rust; it has no state to move.
class [[nodiscard]] condvar {
 public:
  condvar() = default;
  condvar(condvar&&) noexcept : condvar() {}
  condvar& operator=(condvar&&) noexcept { return *this; }
  condvar(const condvar&) = delete;
  condvar& operator=(const condvar&) = delete;
  ~condvar() = default;

  /// Releases the lock, waits for a notification, and takes the lock again. Blocks. Errors: the mutex is poisoned, and
  /// the error holds the guard.
  template <class T>
  [[nodiscard]] lock_result<mutex_guard<T>> wait(mutex_guard<T> guard) const {
    wait_on(guard.lock().lock_, std::nullopt);
    return judged(std::move(guard));
  }

  /// Waits as long as `condition(T&)` is true. Blocks. Errors: as `wait`; an exception from the condition is passed on,
  /// and poisons the mutex.
  template <class T, class F>
  [[nodiscard]] lock_result<mutex_guard<T>> wait_while(mutex_guard<T> guard, F condition) const {
    while (condition(*guard)) {
      auto again = wait(std::move(guard));
      if (!again) return again;
      guard = std::move(*again);
    }
    return guard;
  }

  /// As `wait`, for at most this duration.
  template <class T, class Rep, class Period>
  [[nodiscard]] lock_result<timed_guard<T>> wait_timeout(mutex_guard<T> guard,
                                                         std::chrono::duration<Rep, Period> duration) const {
    const bool notified = wait_on(guard.lock().lock_, detail::deadline_in(duration));
    return judged(timed_guard<T>(std::move(guard), wait_timeout_result(!notified)));
  }

  /// As `wait_while`, for at most this duration. The result is a timeout only if the condition is still true. Errors:
  /// as `wait_while`; a wait that does not begin, because the condition is false or no time is left, reports no poison.
  template <class T, class Rep, class Period, class F>
  [[nodiscard]] lock_result<timed_guard<T>> wait_timeout_while(mutex_guard<T> guard,
                                                               std::chrono::duration<Rep, Period> duration,
                                                               F condition) const {
    const detail::deadline until = detail::deadline_in(duration);
    while (condition(*guard)) {
      if (detail::has_passed(until)) return timed_guard<T>(std::move(guard), wait_timeout_result(true));
      const bool in_time = wait_on(guard.lock().lock_, until);
      if (guard.lock().is_poisoned())
        return std::unexpected(poison_error(timed_guard<T>(std::move(guard), wait_timeout_result(!in_time))));
    }
    return timed_guard<T>(std::move(guard), wait_timeout_result(false));
  }

  /// Wakes one waiting thread, if there is one. The caller must hold the lock while it changes the data, not while it
  /// notifies.
  void notify_one() const {
    count_notification();
    detail::futex_wake_one(notifications_);
  }

  /// Wakes every waiting thread.
  void notify_all() const {
    count_notification();
    detail::futex_wake_all(notifications_);
  }

  friend void append_debug(std::string& text, const condvar&) { text += "Condvar { .. }"; }

 private:
  // relaxed, here and in wait_on: both sides hold the lock, the waiting thread while it reads the number, and the
  // notifying thread while it changes the data. The lock orders what they see of each other.
  void count_notification() const { notifications_.fetch_add(1, std::memory_order_relaxed); }

  /// False if the deadline has passed.
  bool wait_on(detail::raw_mutex& lock, detail::deadline until) const noexcept {
    const std::uint32_t seen = notifications_.load(std::memory_order_relaxed);
    lock.unlock();
    const bool in_time = detail::futex_wait(notifications_, seen, until);
    lock.lock();
    return in_time;
  }

  template <class T>
  static lock_result<mutex_guard<T>> judged(mutex_guard<T> guard) {
    if (guard.lock().is_poisoned()) return std::unexpected(poison_error(std::move(guard)));
    return guard;
  }
  template <class T>
  static lock_result<timed_guard<T>> judged(timed_guard<T> waited) {
    if (waited.first.lock().is_poisoned()) return std::unexpected(poison_error(std::move(waited)));
    return waited;
  }

  mutable std::atomic<std::uint32_t> notifications_ = 0;
};

namespace detail {
template <>
inline constexpr bool known_send<condvar> = true;
template <>
inline constexpr bool known_sync<condvar> = true;
template <>
inline constexpr auto made_of<wait_timeout_result> = parts<bool>{};
}  // namespace detail

}  // namespace fearless
