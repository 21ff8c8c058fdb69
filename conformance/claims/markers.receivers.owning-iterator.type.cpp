// SPDX-License-Identifier: MIT
// Claim: A receiver, and an iterator that owns one, shall be sendable exactly if the messages are, and never shareable.
// Aspect: The owning iterator, with each kind of parameter.
// Needs: decltype(std::declval<native::receiver<int>>().into_iter())
// Rule: in spec/markers.md; `fearless check --fix` writes this file.
#include <native.hpp>
#include <type_traits>
#include <utility>

struct only_sendable {
  mutable int value;
};
class only_shareable {
  [[maybe_unused]] int value_ = 0;
};
NATIVE_UNSAFE_SYNC(only_shareable);
using neither = int*;

template <class T>
using under_test = decltype(std::declval<native::receiver<T>>().into_iter());

template <class T>
struct part {
  T value;
};
template <class T>
auto capture(T value) {
  return [value = std::move(value)] { static_cast<void>(value); };
}

/// Whether a closure that owns a `T` has no marker that the `T` lacks. It may have none: C++ hides its parts.
template <class T>
consteval bool closure_has_no_other(bool send, bool sync) {
  if constexpr (std::is_move_constructible_v<T>) {
    using closure = decltype(capture(std::declval<T>()));
    return (send || !native::send<closure>) && (sync || !native::sync<closure>);
  }
  return true;
}

/// Whether a type has exactly these markers, and what is made of it those that follow.
template <class T>
consteval bool has_markers(bool send, bool sync) {
  return native::send<T> == send && native::sync<T> == sync && native::send<const T&> == sync &&
         native::send<part<T>> == send && native::sync<part<T>> == sync && native::send<std::pair<int, T>> == send &&
         native::sync<std::pair<int, T>> == sync && closure_has_no_other<T>(send, sync);
}

static_assert(has_markers<int>(true, true));
static_assert(has_markers<only_sendable>(true, false));
static_assert(has_markers<only_shareable>(false, true));
static_assert(has_markers<neither>(false, false));

static_assert(has_markers<under_test<int>>(true, false));
static_assert(has_markers<under_test<only_sendable>>(true, false));
static_assert(has_markers<under_test<only_shareable>>(false, false));
static_assert(has_markers<under_test<neither>>(false, false));
