// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <type_traits>
#include <utility>

#include "fearless/debug.hpp"
#include "fearless/detail/append_lock.hpp"
#include "fearless/detail/lock_guard_base.hpp"
#include "fearless/detail/raw_mutex.hpp"
#include "fearless/detail/unwinding.hpp"
#include "fearless/lock_result.hpp"
#include "fearless/ownership.hpp"
#include "fearless/panic.hpp"
#include "fearless/send.hpp"

namespace fearless {

class condvar;
template <class T>
class mutex;

namespace detail {

/// A mutex, held by one guard.
class mutex_hold {
 public:
  template <class T>
  static T* data(const mutex<T>& held) noexcept {
    return &held.data_;
  }
  template <class T>
  void release(const mutex<T>& held) const noexcept {
    if (since_locked_.has_seen_panic()) [[unlikely]]
      held.lock_.poison();
    held.lock_.unlock();
  }

 private:
  panic_watch since_locked_;
};

template <class T>
using mutex_guard_base = lock_guard_base<mutex<T>, T, mutex_hold>;

}  // namespace detail

/// A held lock, with access to the data. Dropping the guard releases the lock.
///
/// It can be moved, not copied. It must stay on the thread that took the lock: it is not `send`; it is `sync` if `T`
/// is. A panic that drops it poisons the mutex: the thread unwinds now, and did not when it took the lock. Errors:
/// every use of a moved-from guard panics. Claims: mutex.unlock.automatic.on-drop, mutex.unlock.automatic.exclusive,
/// mutex.unlock.automatic.outlives, mutex.guard.mutable, mutex.guard.smart-pointer, mutex.guard.deref.
template <class T>
class FEARLESS_CONSUMABLE [[nodiscard]] mutex_guard : public detail::mutex_guard_base<T> {
 public:
  mutex_guard(mutex_guard&&) noexcept = default;
  mutex_guard& operator=(mutex_guard&&) noexcept = default;
  FEARLESS_NOT_COPYABLE(mutex_guard,
                        "fearless[guard-copied] (E0382): a guard has one owner; give it away: std::move(guard)");
  ~mutex_guard() = default;

 private:
  friend class mutex<T>;
  friend class condvar;
  explicit mutex_guard(const mutex<T>& held) noexcept : detail::mutex_guard_base<T>(held) {}
};

/// A value that one thread at a time can access, by taking the lock.
///
/// It owns the value. It can be moved, with its poison, while no thread holds the lock; moving a locked mutex ends the
/// program (Rust's compiler rejects it). To share a mutex among threads, share its owner. Thread safety: `lock`,
/// `try_lock`, `is_poisoned`, `clear_poison` and printing may be called from several threads at once; everything else
/// needs exclusive access. It is `send` and `sync` if `T` is `send`. Claims: mutex.new, mutex.exclusion,
/// mutex.lock.required, mutex.share.move-rejected.
template <class T>
class FEARLESS_CONSUMABLE [[nodiscard]] mutex {
  static_assert(std::is_object_v<T> && !std::is_array_v<T> && !std::is_const_v<T>,
                "the value of a mutex must be an object that is not const and not an array");

 public:
  explicit mutex(T value) : data_(std::move(value)) {}
  /// Constructs the value in place from these arguments.
  template <class... A>
  explicit mutex(std::in_place_t, A&&... arguments) : data_(std::forward<A>(arguments)...) {}
  mutex(mutex&& other) noexcept(std::is_nothrow_move_constructible_v<T>)
    requires std::is_move_constructible_v<T>
      : lock_(std::move(other.lock_)), data_(std::move(other.data_)) {}
  mutex& operator=(mutex&& other) noexcept(std::is_nothrow_move_assignable_v<T>)
    requires std::is_move_assignable_v<T>
  {
    lock_ = std::move(other.lock_);
    data_ = std::move(other.data_);
    return *this;
  }
  FEARLESS_NOT_COPYABLE(
      mutex,
      "fearless[mutex-copied] (E0382): a mutex has one owner; give it away, std::move(mutex), or share its owner");
  ~mutex() = default;

  /// Waits for the lock, and returns the guard that holds it.
  ///
  /// Blocks, without using the processor, while another thread holds the lock; a thread that already holds it waits
  /// forever. Memory order: everything that a holder did happens before the return of the next `lock`. Errors: a holder
  /// panicked, and the error holds the guard. Claims: mutex.lock.blocks, mutex.lock.visible, mutex.poison.fails,
  /// mutex.poison.lasts, mutex.poison.unwrap.
  [[nodiscard]] lock_result<mutex_guard<T>> lock() const FEARLESS_LIFETIMEBOUND FEARLESS_NEEDS_UNCONSUMED {
    lock_.lock();
    if (lock_.is_poisoned()) [[unlikely]]
      return poisoned();
    return mutex_guard<T>(*this);
  }

  /// Takes the lock if it is free. Does not block. Errors: another thread holds the lock; or a holder panicked, and the
  /// error holds the guard.
  [[nodiscard]] result<mutex_guard<T>, try_lock_error<mutex_guard<T>>> try_lock() const FEARLESS_LIFETIMEBOUND
      FEARLESS_NEEDS_UNCONSUMED {
    using error = try_lock_error<mutex_guard<T>>;
    if (!lock_.try_lock()) return std::unexpected(error{});
    mutex_guard<T> guard(*this);
    if (lock_.is_poisoned()) [[unlikely]]
      return std::unexpected(error{poison_error(std::move(guard))});
    return guard;
  }

  /// Takes the value out, without locking. Errors: a holder panicked, and the error holds the value. Panics if a thread
  /// holds the lock.
  [[nodiscard]] lock_result<T> into_inner() && FEARLESS_CONSUMES {
    lock_.expect_free();
    if (lock_.is_poisoned()) return std::unexpected(poison_error<T>(std::move(data_)));
    return lock_result<T>(std::in_place, std::move(data_));
  }

  /// The value, without locking: a caller that can modify the mutex does not share it. Errors: as `into_inner`.
  [[nodiscard]] lock_result<T*> get_mut() & FEARLESS_LIFETIMEBOUND FEARLESS_NEEDS_UNCONSUMED {
    lock_.expect_free();
    if (lock_.is_poisoned()) return std::unexpected(poison_error<T*>(&data_));
    return &data_;
  }

  /// Whether a holder panicked. If none did, one may at any time.
  [[nodiscard]] bool is_poisoned() const FEARLESS_NEEDS_UNCONSUMED { return lock_.is_poisoned(); }

  /// Clears the poison: locking succeeds again.
  void clear_poison() const FEARLESS_NEEDS_UNCONSUMED { lock_.clear_poison(); }

  /// Deleted: only the holder of the lock can reach the value.
  T& operator*() const FEARLESS_DELETED(
      "fearless[not-locked] (E0614): the data can be reached only through the lock: *m.lock().unwrap()");
  T* operator->() const FEARLESS_DELETED(
      "fearless[not-locked] (E0614): the data can be reached only through the lock: m.lock().unwrap()->");

  /// Prints the mutex like Rust's `{:?}`, without waiting: `Mutex { data: 6, poisoned: false, .. }`.
  friend void append_debug(std::string& text, const mutex& printed)
    requires debuggable<T>
  {
    const auto locked = printed.try_lock();
    const auto append_data = [&] {
      if (locked) return detail::append(text, **locked);
      if (locked.error().poison) return detail::append(text, *locked.error().poison->get_ref());
      text += R"("<locked>")";
    };
    detail::append_lock(text, "Mutex", append_data, printed.is_poisoned());
  }

 private:
  friend class detail::mutex_hold;
  friend class condvar;

  /// Separate from `lock`, so that `lock` is small enough to be inlined.
  [[gnu::cold, gnu::noinline]] lock_result<mutex_guard<T>> poisoned() const {
    return std::unexpected(poison_error(mutex_guard<T>(*this)));
  }

  // Changed through a const mutex, by the holder of the lock.
  mutable detail::raw_mutex lock_;
  mutable T data_;
};

namespace detail {
template <class T>
constexpr bool known_send<mutex<T>> = is_send<T>();
template <class T>
constexpr bool known_sync<mutex<T>> = is_send<T>();
template <class T>
constexpr bool known_sync<mutex_guard<T>> = is_sync<T>();
template <class T>
constexpr bool stands_alone<mutex_guard<T>> = false;
template <class T>
constexpr bool displays_its_value<mutex_guard<T>> = true;
}  // namespace detail

}  // namespace fearless
