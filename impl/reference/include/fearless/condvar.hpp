// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <expected>
#include <utility>

#include "fearless/detail/futex.hpp"
#include "fearless/detail/raw_mutex.hpp"
#include "fearless/lock_result.hpp"
#include "fearless/mutex.hpp"
#include "fearless/send.hpp"

namespace fearless {

/// Whether a wait ended because its time was up.
class wait_timeout_result {
 public:
  explicit wait_timeout_result(bool timed_out) : timed_out_(timed_out) {}
  [[nodiscard]] bool timed_out() const { return timed_out_; }

 private:
  bool timed_out_;
};

/// What a wait with a time limit gives: the guard again, and whether the time was up.
template <class T>
using timed_guard = std::pair<mutex_guard<T>, wait_timeout_result>;

/// Where threads wait, with a mutex given up, until another says that what the mutex guards has changed.
///
/// | step                | who waits                                  | who notifies                              |
/// |---------------------|--------------------------------------------|-------------------------------------------|
/// | with the lock held  | reads the number of notifications          | changes what is waited for                |
/// | then                | gives the lock up                          | counts a notification, then wakes         |
/// | then                | sleeps where the number is still the same  |                                           |
/// | then                | takes the lock again                       |                                           |
///
/// So a notification that comes after the lock was given up is not missed, whether the sleep has begun or not. A wait
/// may also end for no reason: `wait_while` looks again by itself. Thread safety: all of it may be called from several
/// threads at once. It can be moved while nobody waits, as in Rust; there is nothing in it to take along.
class [[nodiscard]] condvar {
 public:
  condvar() = default;
  condvar(condvar&&) noexcept : condvar() {}
  condvar& operator=(condvar&&) noexcept { return *this; }
  condvar(const condvar&) = delete;
  condvar& operator=(const condvar&) = delete;
  ~condvar() = default;

  /// Gives the lock up, waits for a notification, and takes the lock again. Blocks. Errors: the mutex is poisoned, and
  /// the error has the guard.
  template <class T>
  [[nodiscard]] lock_result<mutex_guard<T>> wait(mutex_guard<T> guard) const {
    wait_on(guard.lock().lock_, std::nullopt);
    return judged(std::move(guard));
  }

  /// Waits, again and again, while `condition(T&)` holds. Blocks. Errors: as of `wait`; what the condition throws is
  /// passed on, and poisons the mutex.
  template <class T, class F>
  [[nodiscard]] lock_result<mutex_guard<T>> wait_while(mutex_guard<T> guard, F condition) const {
    while (condition(*guard)) {
      auto again = wait(std::move(guard));
      if (!again) return again;
      guard = std::move(*again);
    }
    return guard;
  }

  /// As `wait`, for so long at the most.
  template <class T, class Rep, class Period>
  [[nodiscard]] lock_result<timed_guard<T>> wait_timeout(mutex_guard<T> guard,
                                                         std::chrono::duration<Rep, Period> duration) const {
    const bool notified = wait_on(guard.lock().lock_, detail::deadline_in(duration));
    return judged(timed_guard<T>(std::move(guard), wait_timeout_result(!notified)));
  }

  /// As `wait_while`, for so long at the most. The time is up only where the condition still holds.
  template <class T, class Rep, class Period, class F>
  [[nodiscard]] lock_result<timed_guard<T>> wait_timeout_while(mutex_guard<T> guard,
                                                               std::chrono::duration<Rep, Period> duration,
                                                               F condition) const {
    const detail::deadline until = detail::deadline_in(duration);
    bool in_time = true;
    bool holds = condition(*guard);
    while (holds && in_time) {
      in_time = wait_on(guard.lock().lock_, until);
      if (guard.lock().is_poisoned()) break;
      holds = condition(*guard);
    }
    return judged(timed_guard<T>(std::move(guard), wait_timeout_result(holds && !in_time)));
  }

  /// Wakes one thread that waits, if any does. It is enough to hold the lock while what is waited for is changed.
  void notify_one() const {
    count_notification();
    detail::futex_wake_one(notifications_);
  }

  /// Wakes every thread that waits.
  void notify_all() const {
    count_notification();
    detail::futex_wake_all(notifications_);
  }

 private:
  // relaxed, here and in wait_on: who waits reads the number with the lock held, and who changed what is waited for
  // held the lock, before or after. What a thread sees of the other's work comes with the lock.
  void count_notification() const { notifications_.fetch_add(1, std::memory_order_relaxed); }

  /// False where the deadline has passed.
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
