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

/// Whether a `T` may outlive its source. Pointers and guards may not.
template <class T>
constexpr bool stands_alone = !std::is_pointer_v<T>;

}  // namespace detail

/// A value or an error: `std::expected` with Rust's `unwrap`.
template <class T, class E>
class [[nodiscard]] result : public std::expected<T, E> {
 public:
  using std::expected<T, E>::expected;
  /// Takes over the value or error of an `std::expected`.
  result(std::expected<T, E>&& other) : std::expected<T, E>(std::move(other)) {}

#if defined(__clang__)
  /// Takes the value out. Errors: panics if there is an error, with its description.
  T unwrap(std::source_location where = std::source_location::current()) &&
    requires detail::stands_alone<T>
  {
    return std::move(*this).take(where);
  }
  /// The same for a value that must not outlive its source. The result is passed by value, so that Clang looks through
  /// it to the source.
  T unwrap(this result self FEARLESS_LIFETIMEBOUND, std::source_location where = std::source_location::current())
    requires(!detail::stands_alone<T>)
  {
    return std::move(self).take(where);
  }
#else
  T unwrap(std::source_location where = std::source_location::current()) && { return std::move(*this).take(where); }
#endif

  /// Takes the error out. Errors: panics if there is a value.
  E unwrap_error(std::source_location where = std::source_location::current()) && {
    if (this->has_value()) panic("unwrap_error of a value", where);
    return std::move(this->error());
  }

 private:
  /// The body of both overloads of `unwrap`.
  T take(std::source_location where) && {
    if (!this->has_value()) [[unlikely]]
      fail(this->error(), where);
    if constexpr (!std::is_void_v<T>) return std::move(**this);
  }

  /// Separate from `unwrap`, so that `unwrap` is small enough to be inlined.
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
