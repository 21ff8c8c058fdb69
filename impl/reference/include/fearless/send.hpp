// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <atomic>
#include <chrono>
#include <cstddef>
#include <deque>
#include <expected>
#include <filesystem>
#include <functional>
#include <list>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <variant>
#include <vector>

#include "fearless/detail/parts.hpp"

namespace fearless {

/// Whether the author of `T` promises that a value of it may be moved to another thread. The compiler can't check the
/// promise.
///
/// For a class that keeps its parts to itself this is the only way to be `send`: `template <> constexpr bool
/// fearless::unsafe_enable_send<my_type> = true;`
template <class T>
constexpr bool unsafe_enable_send = false;

/// Whether the author of `T` promises that one value of it may be used by several threads at once, all of which have it
/// `const`. The compiler can't check the promise.
template <class T>
constexpr bool unsafe_enable_sync = false;

namespace detail {

template <class T>
consteval bool is_send();
template <class T>
consteval bool is_sync();

/// Whether `T` refers to data that it does not own: what Rust calls a borrow.
template <class T>
constexpr bool borrows =
    std::is_reference_v<T> || (std::is_pointer_v<T> && !std::is_function_v<std::remove_pointer_t<T>>);
template <class T>
constexpr bool borrows<std::reference_wrapper<T>> = true;
template <class C, class Traits>
constexpr bool borrows<std::basic_string_view<C, Traits>> = true;
template <class T, std::size_t N>
constexpr bool borrows<std::span<T, N>> = true;

/// What the library knows of a class whose parts can't be seen: unknown means no.
template <class T>
constexpr bool known_send = false;
template <class T>
constexpr bool known_sync = false;

/// The parts on which it depends what a class of the standard library is.
struct unknown {};
template <class T>
constexpr auto made_of = unknown{};

template <class C, class Traits>
constexpr auto made_of<std::basic_string<C, Traits>> = parts<>{};
template <>
inline constexpr auto made_of<std::filesystem::path> = parts<>{};
template <class Rep, class Period>
constexpr auto made_of<std::chrono::duration<Rep, Period>> = parts<>{};
template <class Clock, class Duration>
constexpr auto made_of<std::chrono::time_point<Clock, Duration>> = parts<>{};
template <class T>
constexpr bool known_send<std::atomic<T>> = is_send<T>();
template <class T>
constexpr bool known_sync<std::atomic<T>> = is_send<T>();
template <class T>
constexpr auto made_of<std::optional<T>> = parts<T>{};
template <class T>
constexpr auto made_of<std::unique_ptr<T>> = parts<T>{};
template <class T, class E>
constexpr auto made_of<std::expected<T, E>> = parts<T, E>{};
template <class A, class B>
constexpr auto made_of<std::pair<A, B>> = parts<A, B>{};
template <class... T>
constexpr auto made_of<std::tuple<T...>> = parts<T...>{};
template <class... T>
constexpr auto made_of<std::variant<T...>> = parts<T...>{};
template <class T, std::size_t N>
constexpr auto made_of<std::array<T, N>> = parts<T>{};
template <class T>
constexpr auto made_of<std::vector<T>> = parts<T>{};
template <class T>
constexpr auto made_of<std::deque<T>> = parts<T>{};
template <class T>
constexpr auto made_of<std::list<T>> = parts<T>{};
template <class T>
constexpr auto made_of<std::less<T>> = parts<>{};
template <class T>
constexpr auto made_of<std::hash<T>> = parts<>{};
template <class T>
constexpr auto made_of<std::equal_to<T>> = parts<>{};
template <class K, class Compare>
constexpr auto made_of<std::set<K, Compare>> = parts<K, Compare>{};
template <class K, class T, class Compare>
constexpr auto made_of<std::map<K, T, Compare>> = parts<K, T, Compare>{};
template <class K, class Hash, class Equal>
constexpr auto made_of<std::unordered_set<K, Hash, Equal>> = parts<K, Hash, Equal>{};
template <class K, class T, class Hash, class Equal>
constexpr auto made_of<std::unordered_map<K, T, Hash, Equal>> = parts<K, T, Hash, Equal>{};

/// The rule for a type that is made of its parts and nothing else: it is what all of them are.
template <class... Part>
consteval bool are_send(parts<Part...>) {
  return (is_send<Part>() && ...);
}
template <class... Part>
consteval bool are_sync(parts<Part...>) {
  return (is_sync<Part>() && ...);
}

template <class T>
constexpr bool is_made_of_known_parts = !std::is_same_v<decltype(made_of<T>), const unknown>;

template <class T>
consteval bool is_send() {
  using U = std::remove_cv_t<T>;
  if constexpr (unsafe_enable_send<U> || known_send<U>) {
    return true;
  } else if constexpr (is_made_of_known_parts<U>) {
    return are_send(made_of<U>);
  } else if constexpr (borrows<U>) {
    return false;
  } else if constexpr (std::is_array_v<U>) {
    return is_send<std::remove_extent_t<U>>();
  } else if constexpr (std::is_scalar_v<U> || std::is_void_v<U>) {
    return true;  // a pointer to data was refused above
  } else if constexpr (has_visible_parts<U>) {
    return are_send(parts_of<U>{});
  } else {
    return false;
  }
}

template <class T>
consteval bool is_sync() {
  using U = std::remove_cv_t<T>;
  if constexpr (unsafe_enable_sync<U> || known_sync<U>) {
    return true;
  } else if constexpr (is_made_of_known_parts<U>) {
    return are_sync(made_of<U>);
  } else if constexpr (borrows<U>) {
    return false;
  } else if constexpr (std::is_array_v<U>) {
    return is_sync<std::remove_extent_t<U>>();
  } else if constexpr (std::is_scalar_v<U> || std::is_void_v<U>) {
    return true;  // a pointer to data was refused above
  } else if constexpr (has_visible_parts<U>) {
    return are_sync(parts_of<U>{});
  } else {
    return false;
  }
}

}  // namespace detail

/// A type whose values may be moved to another thread.
///
/// Arithmetic types, enumerations and pointers to functions are; pointers to data, references and views are not. An
/// aggregate is when all its parts are. The standard library's owning types follow from what they hold. Any other class
/// is not, until its author says so with `unsafe_enable_send`.
template <class T>
concept send = detail::is_send<T>();

/// A type one value of which several threads may use at once, as `const`: it follows by the same rules.
template <class T>
concept sync = detail::is_sync<T>();

}  // namespace fearless
