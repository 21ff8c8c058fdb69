// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>

#include "fearless/debug.hpp"
#include "fearless/once.hpp"
#include "fearless/ownership.hpp"
#include "fearless/result.hpp"
#include "fearless/send.hpp"

namespace fearless {

/// A place for a value that is set once and then only read (Rust's `OnceLock`).
///
/// It can be moved while no other thread uses it, not copied. Thread safety: all `const` functions may be called from
/// several threads at once; everything else needs exclusive access. It is `send` if `T` is, and `sync` if `T` is both.
/// Memory order: everything that the setting thread did before happens before the return of a function that gives the
/// value.
template <class T>
class [[nodiscard]] once_lock {
  static_assert(std::is_object_v<T> && !std::is_array_v<T> && !std::is_const_v<T>,
                "the value of a once_lock must be an object that is not const and not an array");

 public:
  once_lock() = default;
  explicit once_lock(T value) { static_cast<void>(set(std::move(value))); }
  /// Takes the value over, and leaves the other one empty.
  once_lock(once_lock&& other) noexcept(std::is_nothrow_move_constructible_v<T>) {
    if (auto value = other.take()) static_cast<void>(set(std::move(*value)));
  }
  once_lock& operator=(once_lock&& other) noexcept(std::is_nothrow_move_constructible_v<T>) {
    if (this == &other) return *this;
    static_cast<void>(take());
    if (auto value = other.take()) static_cast<void>(set(std::move(*value)));
    return *this;
  }
  once_lock(const once_lock&) = delete;
  once_lock& operator=(const once_lock&) = delete;
  ~once_lock() = default;

  /// The value, or null if there is none yet. Does not block.
  [[nodiscard]] const T* get() const FEARLESS_LIFETIMEBOUND { return once_.is_completed() ? &*value_ : nullptr; }
  [[nodiscard]] T* get_mut() & FEARLESS_LIFETIMEBOUND { return once_.is_completed() ? &*value_ : nullptr; }

  /// Sets the value. Blocks while another thread makes one. Errors: there is a value already, and the error holds the
  /// new one.
  result<void, T> set(T value) const {
    bool is_set = false;
    once_.call_once_force([&](const once_state&) {
      value_.emplace(std::move(value));
      is_set = true;
    });
    if (is_set) return {};
    return std::unexpected(std::move(value));
  }

  /// The value. If there is none, sets it to `make()` first. Of several threads, one makes it, and the others wait for
  /// it. Blocks. Errors: an exception of `make` is passed on, and there is still no value: the next caller makes one;
  /// panics if `make` itself asks for the value.
  template <class F>
  [[nodiscard]] const T& get_or_init(F&& make) const FEARLESS_LIFETIMEBOUND {
    once_.call_once_force([&](const once_state&) { value_.emplace(std::invoke(std::forward<F>(make))); });
    return *value_;
  }

  /// Waits until there is a value. Blocks.
  [[nodiscard]] const T& wait() const FEARLESS_LIFETIMEBOUND {
    once_.wait_force();
    return *value_;
  }

  /// Takes the value out, if there is one. It can be set again then.
  [[nodiscard]] std::optional<T> take() {
    if (!once_.is_completed()) return std::nullopt;
    std::construct_at(&once_);  // no other thread uses it
    std::optional<T> taken(std::move(value_));
    value_.reset();
    return taken;
  }
  [[nodiscard]] std::optional<T> into_inner() && { return take(); }

  /// Whether both have equal values, or both have none.
  bool operator==(const once_lock& other) const
    requires requires(const T& value) { static_cast<bool>(value == value); }
  {
    const T* const own = get();
    const T* const theirs = other.get();
    return own == nullptr || theirs == nullptr ? own == theirs : static_cast<bool>(*own == *theirs);
  }

  /// Prints the value like Rust's `{:?}`, without waiting: `OnceLock(5)`, `OnceLock(<uninit>)`.
  friend void append_debug(std::string& text, const once_lock& printed)
    requires debuggable<T>
  {
    const T* const value = printed.get();
    text += "OnceLock(" + (value == nullptr ? "<uninit>" : debug(*value)) + ')';
  }

 private:
  once once_;
  mutable std::optional<T> value_;  // changed through a const once_lock, by a body of the once
};

namespace detail {
template <class T>
constexpr bool known_send<once_lock<T>> = is_send<T>();
template <class T>
constexpr bool known_sync<once_lock<T>> = is_send<T>() && is_sync<T>();
}  // namespace detail

}  // namespace fearless
