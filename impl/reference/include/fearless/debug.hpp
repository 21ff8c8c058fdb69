// SPDX-License-Identifier: MIT
#pragma once

#include <ostream>
#include <string>

#include "fearless/detail/debug_text.hpp"

namespace fearless {

/// A type whose values `debug` can print: the types of the language and of this library, text, a type with
/// `operator<<`, and the standard library's containers, optionals and tuples of these.
template <class T>
concept debuggable = detail::is_debuggable<T>();

/// The text that Rust's `{:?}` gives for a value: `"a\n"`, `'x'`, `1.0`, `Some((1, [2, 3]))`. The flags and the locale
/// of a stream do not change it. A type with an `operator<<` of its own is printed by that.
template <debuggable T>
[[nodiscard]] std::string debug(const T& value) {
  std::string text;
  detail::append(text, value);
  return text;
}

/// Prints a type of this library like Rust's `{:?}`. Owners, guards and errors have an `operator<<` of their own, which
/// prints them like Rust's `{}`.
template <class T>
  requires(detail::has_append_debug<T> && !detail::displays_its_value<T>)
std::ostream& operator<<(std::ostream& out, const T& printed) {
  return out << debug(printed);
}

}  // namespace fearless
