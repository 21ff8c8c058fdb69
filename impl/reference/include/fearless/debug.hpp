// SPDX-License-Identifier: MIT
#pragma once

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

}  // namespace fearless
