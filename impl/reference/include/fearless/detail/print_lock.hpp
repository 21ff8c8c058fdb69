// SPDX-License-Identifier: MIT
#pragma once

#include <iomanip>
#include <ostream>
#include <string_view>
#include <type_traits>

namespace fearless::detail {

/// A type that can be printed.
template <class T>
concept printable = requires(std::ostream& out, const T& value) { out << value; };

/// Prints a value like Rust's `{:?}`: text in quotes, and a small integer as a number.
template <printable T>
void print_value(std::ostream& out, const T& value) {
  if constexpr (std::is_same_v<T, bool>) {
    out << (value ? "true" : "false");
  } else if constexpr (std::is_integral_v<T> && !std::is_same_v<T, char>) {
    out << +value;
  } else if constexpr (std::is_convertible_v<const T&, std::string_view>) {
    out << std::quoted(std::string_view(value));
  } else {
    out << value;
  }
}

/// Prints a lock like Rust's `{:?}`: its name, its data by `print_data()`, and whether it is poisoned.
template <class F>
std::ostream& print_lock(std::ostream& out, std::string_view name, F print_data, bool poisoned) {
  out << name << " { data: ";
  print_data();
  return out << ", poisoned: " << (poisoned ? "true" : "false") << ", .. }";
}

}  // namespace fearless::detail
