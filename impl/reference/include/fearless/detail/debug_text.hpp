// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>
#include <concepts>
#include <cstddef>
#include <filesystem>
#include <memory>
#include <ostream>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>
#include <variant>

/// Appends values to a text as Rust's `{:?}` prints them.
///
/// A type of the library has a friend `append_debug(std::string&, const type&)`; a user's type has `operator<<`; the
/// types of the language and of the standard library are known here.
namespace fearless::detail {

/// Whether `{:?}` is known for a `T`.
template <class T>
consteval bool is_debuggable();

/// Appends a text in quotes, with escapes. Bytes that are no UTF-8 are printed as `\xFF`.
void append_text(std::string& text, std::string_view value);
/// Appends a character in quotes, with escapes.
void append_character(std::string& text, char32_t value);
/// Appends a `char`: a character of ASCII, or a byte.
void append_character(std::string& text, char value);
void append_float(std::string& text, float value);
void append_float(std::string& text, double value);
void append_float(std::string& text, long double value);
/// Appends a number as Rust's `{}` prints it: without an exponent, and without a point if it is whole.
void append_plain_float(std::string& text, float value);
void append_plain_float(std::string& text, double value);
void append_plain_float(std::string& text, long double value);
/// Appends a character as it is.
void append_plain_character(std::string& text, char32_t value);
/// Appends what `print` writes to a stream that has the default flags and no locale.
void append_streamed(std::string& text, void (*print)(std::ostream&, const void*), const void* value);

template <class T>
concept has_append_debug = requires(std::string& text, const T& value) { append_debug(text, value); };

/// Whether Rust's `{}` prints a `T` as the value that it gives access to, if it can print that.
template <class T>
constexpr bool displays_its_value = false;

/// A type for a character: of ASCII if it is small, otherwise Rust's `char`. `signed char` and `unsigned char` are
/// numbers.
template <class T>
concept character = std::same_as<T, char> || std::same_as<T, char8_t> || std::same_as<T, char16_t> ||
                    std::same_as<T, char32_t> || std::same_as<T, wchar_t>;

template <class T>
concept has_text = std::is_convertible_v<const T&, std::string_view>;

template <class T>
concept like_expected = requires(const T& value) {
  value.has_value();
  value.error();
};
template <class T>
concept like_optional = !like_expected<T> && requires(const T& value) {
  value.has_value();
  *value;
};

template <class T>
constexpr bool is_owning_pointer = false;
template <class T, class Deleter>
  requires(!std::is_array_v<T> && !std::is_void_v<T>)
constexpr bool is_owning_pointer<std::unique_ptr<T, Deleter>> = true;

template <class T>
constexpr bool is_atomic = false;
template <class T>
constexpr bool is_atomic<std::atomic<T>> = true;

template <class T>
concept streamed = requires(std::ostream& out, const T& value) { out << value; };

/// A type that Rust's `{}` prints: a number, a character, a text, or a type with `operator<<`.
template <class T>
concept displayable = std::is_arithmetic_v<T> || has_text<T> || streamed<T>;

template <class T>
concept listed = std::is_array_v<T> || requires(const T& value) {
  value.begin();
  value.end();
};
template <class T>
concept maps_keys = listed<T> && requires { typename T::mapped_type; };
template <class T>
concept is_set_of_keys = listed<T> && requires { typename T::key_type; };

template <class T>
concept like_tuple = requires { std::tuple_size<T>::value; };

template <class Ref>
using bare = std::remove_cvref_t<Ref>;
template <class T>
using element = bare<decltype(*std::begin(std::declval<const T&>()))>;

template <class Tuple, std::size_t... Position>
consteval bool are_elements_debuggable(std::index_sequence<Position...>) {
  return (is_debuggable<bare<std::tuple_element_t<Position, Tuple>>>() && ...);
}

template <class T>
consteval bool is_debuggable() {
  if constexpr (has_append_debug<T> || std::is_arithmetic_v<T> || has_text<T> ||
                std::same_as<T, std::filesystem::path> || std::same_as<T, std::monostate>) {
    return true;
  } else if constexpr (like_expected<T>) {
    return (std::is_void_v<typename T::value_type> || is_debuggable<bare<typename T::value_type>>()) &&
           is_debuggable<bare<typename T::error_type>>();
  } else if constexpr (like_optional<T> || is_owning_pointer<T>) {
    return is_debuggable<bare<decltype(*std::declval<const T&>())>>();
  } else if constexpr (is_atomic<T>) {
    return is_debuggable<typename T::value_type>();
  } else if constexpr (streamed<T> && !std::is_array_v<T>) {
    return true;
  } else if constexpr (listed<T>) {
    return is_debuggable<element<T>>();
  } else if constexpr (like_tuple<T>) {
    return are_elements_debuggable<T>(std::make_index_sequence<std::tuple_size_v<T>>());
  } else {
    return false;
  }
}

template <class T>
void append(std::string& text, const T& value);

template <streamed T>
void stream(std::ostream& out, const void* printed) {
  out << *static_cast<const T*>(printed);
}

/// Appends `open`, the elements by `append_one`, with commas, and `close`.
template <class T, class F>
void append_elements(std::string& text, std::string_view open, const T& elements, std::string_view close,
                     F append_one) {
  text += open;
  std::string_view separator;
  for (const auto& each : elements) {
    text += std::exchange(separator, ", ");
    append_one(each);
  }
  text += close;
}

template <class T>
void append_list(std::string& text, const T& list) {
  const auto append_one = [&](const element<T>& each) { append(text, each); };
  if constexpr (maps_keys<T>) {
    append_elements(text, "{", list, "}", [&](const auto& each) {
      append(text, each.first);
      text += ": ";
      append(text, each.second);
    });
  } else if constexpr (is_set_of_keys<T>) {
    append_elements(text, "{", list, "}", append_one);
  } else {
    append_elements(text, "[", list, "]", append_one);
  }
}

template <class T>
void append_tuple(std::string& text, const T& tuple) {
  text += '(';
  std::apply(
      [&](const auto&... each) {
        [[maybe_unused]] std::string_view separator;
        ((text += std::exchange(separator, ", "), append(text, each)), ...);
      },
      tuple);
  text += std::tuple_size_v<T> == 1 ? ",)" : ")";
}

template <class T>
void append(std::string& text, const T& value) {
  if constexpr (has_append_debug<T>) {
    append_debug(text, value);
  } else if constexpr (std::same_as<T, bool>) {
    text += value ? "true" : "false";
  } else if constexpr (std::same_as<T, char>) {
    append_character(text, value);
  } else if constexpr (std::same_as<T, char8_t>) {
    append_character(text, static_cast<char>(value));
  } else if constexpr (character<T>) {
    append_character(text, static_cast<char32_t>(value));
  } else if constexpr (std::is_integral_v<T>) {
    text += std::to_string(value);
  } else if constexpr (std::is_floating_point_v<T>) {
    append_float(text, value);
  } else if constexpr (has_text<T>) {
    append_text(text, value);
  } else if constexpr (std::same_as<T, std::filesystem::path>) {
    append_text(text, value.native());
  } else if constexpr (std::same_as<T, std::monostate>) {
    text += "()";
  } else if constexpr (like_expected<T>) {
    text += value.has_value() ? "Ok(" : "Err(";
    if (!value.has_value()) {
      append(text, value.error());
    } else if constexpr (std::is_void_v<typename T::value_type>) {
      text += "()";
    } else {
      append(text, *value);
    }
    text += ')';
  } else if constexpr (like_optional<T>) {
    text += value.has_value() ? "Some(" : "None";
    if (!value.has_value()) return;
    append(text, *value);
    text += ')';
  } else if constexpr (is_owning_pointer<T>) {
    if (value == nullptr) {
      text += "null";
    } else {
      append(text, *value);
    }
  } else if constexpr (is_atomic<T>) {
    append(text, value.load(std::memory_order_relaxed));
  } else if constexpr (streamed<T> && !std::is_array_v<T>) {
    append_streamed(text, stream<T>, std::addressof(value));
  } else if constexpr (listed<T>) {
    append_list(text, value);
  } else {
    append_tuple(text, value);
  }
}

/// The text that Rust's `{}` gives for a value.
template <displayable T>
[[nodiscard]] std::string displayed(const T& value) {
  std::string text;
  if constexpr (std::same_as<T, char>) {
    text += value;
  } else if constexpr (std::same_as<T, bool> || (std::is_integral_v<T> && !character<T>)) {
    append(text, value);
  } else if constexpr (character<T>) {
    append_plain_character(text, static_cast<char32_t>(value));
  } else if constexpr (std::is_floating_point_v<T>) {
    append_plain_float(text, value);
  } else if constexpr (has_text<T>) {
    text += std::string_view(value);
  } else {
    append_streamed(text, stream<T>, std::addressof(value));
  }
  return text;
}

}  // namespace fearless::detail
