// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>
#include <string>
#include <type_traits>
#include <utility>

#include "fearless/debug.hpp"
#include "fearless/detail/append_lock.hpp"
#include "fearless/detail/lock_guard_base.hpp"
#include "fearless/detail/raw_rw_lock.hpp"
#include "fearless/detail/unwinding.hpp"
#include "fearless/lock_result.hpp"
#include "fearless/ownership.hpp"
#include "fearless/panic.hpp"
#include "fearless/send.hpp"

namespace fearless {

template <class T>
class rw_lock;

namespace detail {

/// An `rw_lock`, held for reading.
class read_hold {
 public:
  template <class T>
  static const T* data(const rw_lock<T>& held) noexcept {
    return &held.data_;
  }
  template <class T>
  void release(const rw_lock<T>& held) const noexcept {
    held.lock_.read_unlock();
  }
};

/// An `rw_lock`, held for writing.
class write_hold {
 public:
  template <class T>
  static T* data(const rw_lock<T>& held) noexcept {
    return &held.data_;
  }
  template <class T>
  void release(const rw_lock<T>& held) const noexcept {
    if (since_locked_.has_seen_panic()) [[unlikely]]
      held.poisoned_.store(true, std::memory_order_relaxed);  // the lock orders it
    held.lock_.write_unlock();
  }

 private:
  panic_watch since_locked_;
};

template <class T>
using rw_lock_read_guard_base = lock_guard_base<rw_lock<T>, const T, read_hold>;
template <class T>
using rw_lock_write_guard_base = lock_guard_base<rw_lock<T>, T, write_hold>;

}  // namespace detail

/// An `rw_lock` held for reading, by this guard and possibly others. As `mutex_guard`, but the data is read-only, and a
/// panic does not poison.
template <class T>
class FEARLESS_CONSUMABLE [[nodiscard]] rw_lock_read_guard : public detail::rw_lock_read_guard_base<T> {
 public:
  rw_lock_read_guard(rw_lock_read_guard&&) noexcept = default;
  rw_lock_read_guard& operator=(rw_lock_read_guard&&) noexcept = default;
  FEARLESS_NOT_COPYABLE(rw_lock_read_guard,
                        "fearless[guard-copied] (E0382): a guard has one owner; give it away: std::move(guard)");
  ~rw_lock_read_guard() = default;

 private:
  friend class rw_lock<T>;
  explicit rw_lock_read_guard(const rw_lock<T>& held) noexcept : detail::rw_lock_read_guard_base<T>(held) {}
};

/// An `rw_lock` held for writing, by this guard alone. As `mutex_guard`.
template <class T>
class FEARLESS_CONSUMABLE [[nodiscard]] rw_lock_write_guard : public detail::rw_lock_write_guard_base<T> {
 public:
  rw_lock_write_guard(rw_lock_write_guard&&) noexcept = default;
  rw_lock_write_guard& operator=(rw_lock_write_guard&&) noexcept = default;
  FEARLESS_NOT_COPYABLE(rw_lock_write_guard,
                        "fearless[guard-copied] (E0382): a guard has one owner; give it away: std::move(guard)");
  ~rw_lock_write_guard() = default;

 private:
  friend class rw_lock<T>;
  explicit rw_lock_write_guard(const rw_lock<T>& held) noexcept : detail::rw_lock_write_guard_base<T>(held) {}
};

/// A value that many threads can read at once, or one can change, by taking the lock.
///
/// It owns the value, and moves like a mutex. A reader that holds the lock must not take it again: it would wait for a
/// writer that waits for the reader. Thread safety: all functions except `into_inner`, `get_mut` and moves may be
/// called from several threads at once. It is `send` if `T` is, and `sync` if `T` is both.
template <class T>
class FEARLESS_CONSUMABLE [[nodiscard]] rw_lock {
  static_assert(std::is_object_v<T> && !std::is_array_v<T> && !std::is_const_v<T>,
                "the value of a lock must be an object that is not const and not an array");

 public:
  using read_guard = rw_lock_read_guard<T>;
  using write_guard = rw_lock_write_guard<T>;

  explicit rw_lock(T value) : data_(std::move(value)) {}
  /// Constructs the value in place from these arguments.
  template <class... A>
  explicit rw_lock(std::in_place_t, A&&... arguments) : data_(std::forward<A>(arguments)...) {}
  /// Takes over the value and the poison. Errors: moving a lock that is held ends the program.
  rw_lock(rw_lock&& other) noexcept(std::is_nothrow_move_constructible_v<T>)
    requires std::is_move_constructible_v<T>
      : poisoned_(other.poison_of_free()), data_(std::move(other.data_)) {}
  rw_lock& operator=(rw_lock&& other) noexcept(std::is_nothrow_move_assignable_v<T>)
    requires std::is_move_assignable_v<T>
  {
    static_cast<void>(poison_of_free());
    poisoned_.store(other.poison_of_free(), std::memory_order_relaxed);  // no other thread uses it
    data_ = std::move(other.data_);
    return *this;
  }
  FEARLESS_NOT_COPYABLE(
      rw_lock,
      "fearless[mutex-copied] (E0382): a lock has one owner; give it away, std::move(lock), or share its owner");
  ~rw_lock() = default;

  /// Waits for the lock to read, and returns the guard that holds it. Blocks, without using the processor, while a
  /// writer holds it or waits for it. Memory order: everything that a writer did happens before the return of a later
  /// `read`. Errors: a writer panicked, and the error holds the guard.
  [[nodiscard]] lock_result<read_guard> read() const FEARLESS_LIFETIMEBOUND FEARLESS_NEEDS_UNCONSUMED {
    lock_.read();
    return judged(read_guard(*this));
  }

  /// Waits for the lock to write, and returns the guard that holds it. Blocks, without using the processor, while
  /// another thread holds it. Memory order: everything that earlier holders did happens before the return. Errors: as
  /// `read`.
  [[nodiscard]] lock_result<write_guard> write() const FEARLESS_LIFETIMEBOUND FEARLESS_NEEDS_UNCONSUMED {
    lock_.write();
    return judged(write_guard(*this));
  }

  /// As `read` and `write`, but does not block. Errors: another thread holds the lock; or a writer panicked, and the
  /// error holds the guard.
  [[nodiscard]] result<read_guard, try_lock_error<read_guard>> try_read() const FEARLESS_LIFETIMEBOUND
      FEARLESS_NEEDS_UNCONSUMED {
    if (!lock_.try_read()) return std::unexpected(try_lock_error<read_guard>{});
    return judged_now(read_guard(*this));
  }
  [[nodiscard]] result<write_guard, try_lock_error<write_guard>> try_write() const FEARLESS_LIFETIMEBOUND
      FEARLESS_NEEDS_UNCONSUMED {
    if (!lock_.try_write()) return std::unexpected(try_lock_error<write_guard>{});
    return judged_now(write_guard(*this));
  }

  /// Takes the value out, without locking. Errors: a writer panicked, and the error holds the value. Panics if a thread
  /// holds the lock.
  [[nodiscard]] lock_result<T> into_inner() && FEARLESS_CONSUMES {
    if (poison_of_free()) return std::unexpected(poison_error<T>(std::move(data_)));
    return lock_result<T>(std::in_place, std::move(data_));
  }

  /// The value, without locking: a caller that can modify the lock does not share it. Errors: as `into_inner`.
  [[nodiscard]] lock_result<T*> get_mut() & FEARLESS_LIFETIMEBOUND FEARLESS_NEEDS_UNCONSUMED {
    if (poison_of_free()) return std::unexpected(poison_error<T*>(&data_));
    return &data_;
  }

  /// Whether a writer panicked. If none did, one may at any time.
  [[nodiscard]] bool is_poisoned() const FEARLESS_NEEDS_UNCONSUMED { return poisoned_.load(std::memory_order_relaxed); }

  /// Clears the poison: locking succeeds again.
  void clear_poison() const FEARLESS_NEEDS_UNCONSUMED { poisoned_.store(false, std::memory_order_relaxed); }

  /// Deleted: only a holder of the lock can reach the value.
  T& operator*() const FEARLESS_DELETED(
      "fearless[not-locked] (E0614): the data can be reached only through the lock: *l.read().unwrap()");
  T* operator->() const FEARLESS_DELETED(
      "fearless[not-locked] (E0614): the data can be reached only through the lock: l.read().unwrap()->");

  /// Prints the lock like Rust's `{:?}`, without waiting: `RwLock { data: 6, poisoned: false, .. }`.
  friend void append_debug(std::string& text, const rw_lock& printed)
    requires debuggable<T>
  {
    const auto locked = printed.try_read();
    const auto append_data = [&] {
      if (locked) return detail::append(text, **locked);
      if (locked.error().poison) return detail::append(text, *locked.error().poison->get_ref());
      text += "<locked>";
    };
    detail::append_lock(text, "RwLock", append_data, printed.is_poisoned());
  }

 private:
  friend class detail::read_hold;
  friend class detail::write_hold;

  template <class G>
  [[nodiscard]] lock_result<G> judged(G guard) const {
    if (is_poisoned()) [[unlikely]]
      return std::unexpected(poison_error<G>(std::move(guard)));
    return guard;
  }
  template <class G>
  [[nodiscard]] result<G, try_lock_error<G>> judged_now(G guard) const {
    if (is_poisoned()) [[unlikely]]
      return std::unexpected(try_lock_error<G>{poison_error<G>(std::move(guard))});
    return guard;
  }

  /// Whether it is poisoned, for an owner that does not share the lock. Panics if a thread holds it.
  [[nodiscard]] bool poison_of_free() const {
    if (!lock_.is_free()) panic("a lock was moved or taken apart while it was held");
    return is_poisoned();
  }

  // Changed through a const lock, by its holder.
  mutable detail::raw_rw_lock lock_;
  mutable std::atomic<bool> poisoned_ = false;  // relaxed everywhere: the lock orders it
  mutable T data_;
};

namespace detail {
template <class T>
constexpr bool known_send<rw_lock<T>> = is_send<T>();
template <class T>
constexpr bool known_sync<rw_lock<T>> = is_send<T>() && is_sync<T>();
template <class T>
constexpr bool known_sync<rw_lock_read_guard<T>> = is_sync<T>();
template <class T>
constexpr bool known_sync<rw_lock_write_guard<T>> = is_sync<T>();
template <class T>
constexpr bool stands_alone<rw_lock_read_guard<T>> = false;
template <class T>
constexpr bool stands_alone<rw_lock_write_guard<T>> = false;
template <class T>
constexpr bool displays_its_value<rw_lock_read_guard<T>> = true;
template <class T>
constexpr bool displays_its_value<rw_lock_write_guard<T>> = true;
}  // namespace detail

}  // namespace fearless
