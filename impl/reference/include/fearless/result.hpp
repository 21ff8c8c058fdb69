// SPDX-License-Identifier: MIT
#pragma once

#include <expected>
#include <source_location>
#include <string>
#include <type_traits>
#include <utility>

#include "fearless/ownership.hpp"
#include "fearless/panic.hpp"

namespace fearless {

namespace detail {

/// Whether a `T` is of use also where what gave it is gone: a pointer is not, and a lock's guard is not.
template <class T>
constexpr bool stands_alone = !std::is_pointer_v<T>;

}  // namespace detail

/// A value, or the error that there is in its place: `std::expected`, and beside it Rust's `unwrap`.
template <class T, class E>
class [[nodiscard]] result : public std::expected<T, E> {
 public:
  using std::expected<T, E>::expected;
  /// Takes over what a plain `std::expected` holds.
  result(std::expected<T, E>&& other) : std::expected<T, E>(std::move(other)) {}

#if defined(__clang__)
  /// Takes the value out. Errors: where there is an error in its place, this thread panics, with a text that describes
  /// it.
  T unwrap(std::source_location where = std::source_location::current()) &&
    requires detail::stands_alone<T>
  {
    return std::move(*this).take(where);
  }
  /// The same, of what must not outlive its source. The result comes by value, so that Clang looks past it at what
  /// gave it.
  T unwrap(this result self FEARLESS_LIFETIMEBOUND, std::source_location where = std::source_location::current())
    requires(!detail::stands_alone<T>)
  {
    return std::move(self).take(where);
  }
#else
  T unwrap(std::source_location where = std::source_location::current()) && { return std::move(*this).take(where); }
#endif

  /// Takes the error out. Errors: where there is a value in its place, this thread panics.
  E unwrap_error(std::source_location where = std::source_location::current()) && {
    if (this->has_value()) panic("unwrap_error of a value", where);
    return std::move(this->error());
  }

 private:
  /// What both do.
  T take(std::source_location where) && {
    if (!this->has_value()) [[unlikely]]
      fail(this->error(), where);
    if constexpr (!std::is_void_v<T>) return std::move(**this);
  }

  /// Apart from `unwrap`, so that this one is small enough to be compiled into its callers.
  [[noreturn, gnu::cold, gnu::noinline]] static void fail(const E& error, std::source_location where) {
    panic("unwrap of an error: " + describe(error), where);
  }

  static std::string describe(const E& error) {
    if constexpr (requires { error.message(); }) {
      return std::string(error.message());
    } else if constexpr (requires { message(error); }) {
      return std::string(message(error));
    } else {
      return "no description";
    }
  }
};

namespace detail {
template <class T, class E>
constexpr auto made_of<result<T, E>> = parts<T, E>{};
}  // namespace detail

}  // namespace fearless
