// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>

#include "fearless/debug.hpp"
#include "fearless/detail/captures_nothing.hpp"
#include "fearless/once.hpp"
#include "fearless/ownership.hpp"
#include "fearless/panic.hpp"
#include "fearless/send.hpp"

namespace fearless {

/// A value that is made when it is first used (Rust's `LazyLock`): `const lazy_lock table([] { return read_table();
/// });`
///
/// Neither copied nor moved. Thread safety: all functions may be called from several threads at once. It is `send` if
/// `T` and `F` are, and `sync` if besides `T` is `sync`; an `F` without captures is `send`. Memory order: everything
/// that the making thread did before happens before the return of a function that gives the value.
template <class T, class F = T (*)()>
class [[nodiscard]] lazy_lock {
 public:
  /// The value will be `make()`.
  constexpr explicit lazy_lock(F make) : make_(std::move(make)) {}
  lazy_lock(const lazy_lock&) = delete;
  lazy_lock& operator=(const lazy_lock&) = delete;
  ~lazy_lock() = default;

  /// The value, which the first caller makes, and the others wait for. Blocks. Errors: an exception of `make` is passed
  /// on, and every later call, on every thread, panics; panics if `make` itself uses the value.
  const T& force() const FEARLESS_LIFETIMEBOUND {
    once_.call_once_force([this](const once_state& before) {
      if (before.is_poisoned()) panic("LazyLock instance has previously been poisoned");
      F make = std::move(*make_);
      make_.reset();  // what it captured is dropped with it, also if it fails
      value_.emplace(std::invoke(std::move(make)));
    });
    return *value_;
  }
  [[nodiscard]] const T& operator*() const FEARLESS_LIFETIMEBOUND { return force(); }
  [[nodiscard]] const T* operator->() const FEARLESS_LIFETIMEBOUND { return &force(); }

  /// Prints the value like Rust's `{:?}`, without making it: `LazyLock(5)`, `LazyLock(<uninit>)`.
  friend void append_debug(std::string& text, const lazy_lock& printed)
    requires debuggable<T>
  {
    text += "LazyLock(" + (printed.once_.is_completed() ? debug(*printed.value_) : "<uninit>") + ')';
  }

 private:
  once once_;
  mutable std::optional<F> make_;  // both are changed through a const lazy_lock, by the body of the once
  mutable std::optional<T> value_;
};

template <class F>
lazy_lock(F) -> lazy_lock<std::invoke_result_t<F>, F>;

namespace detail {
template <class F>
constexpr bool may_make_elsewhere = captures_nothing<F> || is_send<F>();
template <class T, class F>
constexpr bool known_send<lazy_lock<T, F>> = is_send<T>() && may_make_elsewhere<F>;
template <class T, class F>
constexpr bool known_sync<lazy_lock<T, F>> = is_send<T>() && is_sync<T>() && may_make_elsewhere<F>;
}  // namespace detail

}  // namespace fearless
