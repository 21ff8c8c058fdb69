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

namespace detail {

template <class T>
consteval bool is_send();

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

/// What the library knows of a class that is no aggregate: unknown means no.
template <class T>
constexpr bool known_send = false;

template <class C, class Traits>
constexpr bool known_send<std::basic_string<C, Traits>> = true;
template <>
inline constexpr bool known_send<std::filesystem::path> = true;
template <class Rep, class Period>
constexpr bool known_send<std::chrono::duration<Rep, Period>> = true;
template <class Clock, class Duration>
constexpr bool known_send<std::chrono::time_point<Clock, Duration>> = true;
template <class T>
constexpr bool known_send<std::atomic<T>> = is_send<T>();
template <class T>
constexpr bool known_send<std::optional<T>> = is_send<T>();
template <class T>
constexpr bool known_send<std::unique_ptr<T>> = is_send<T>();
template <class T, class E>
constexpr bool known_send<std::expected<T, E>> = is_send<T>() && is_send<E>();
template <class A, class B>
constexpr bool known_send<std::pair<A, B>> = is_send<A>() && is_send<B>();
template <class... T>
constexpr bool known_send<std::tuple<T...>> = (is_send<T>() && ...);
template <class... T>
constexpr bool known_send<std::variant<T...>> = (is_send<T>() && ...);
template <class T, std::size_t N>
constexpr bool known_send<std::array<T, N>> = is_send<T>();
template <class T>
constexpr bool known_send<std::vector<T>> = is_send<T>();
template <class T>
constexpr bool known_send<std::deque<T>> = is_send<T>();
template <class T>
constexpr bool known_send<std::list<T>> = is_send<T>();
template <class T>
constexpr bool known_send<std::less<T>> = true;
template <class T>
constexpr bool known_send<std::hash<T>> = true;
template <class T>
constexpr bool known_send<std::equal_to<T>> = true;
template <class K, class Compare>
constexpr bool known_send<std::set<K, Compare>> = is_send<K>() && is_send<Compare>();
template <class K, class T, class Compare>
constexpr bool known_send<std::map<K, T, Compare>> = is_send<K>() && is_send<T>() && is_send<Compare>();
template <class K, class Hash, class Equal>
constexpr bool known_send<std::unordered_set<K, Hash, Equal>> = is_send<K>() && is_send<Hash>() && is_send<Equal>();
template <class K, class T, class Hash, class Equal>
constexpr bool known_send<std::unordered_map<K, T, Hash, Equal>> =
    is_send<K>() && is_send<T>() && is_send<Hash>() && is_send<Equal>();

/// The rule for a type that is made of its parts and nothing else: it is `send` when all of them are.
template <class... Part>
consteval bool are_send(parts<Part...>) {
  return (is_send<Part>() && ...);
}

template <class T>
consteval bool is_send() {
  using U = std::remove_cv_t<T>;
  if constexpr (unsafe_enable_send<U> || known_send<U>) {
    return true;
  } else if constexpr (borrows<U>) {
    return false;
  } else if constexpr (std::is_array_v<U>) {
    return is_send<std::remove_extent_t<U>>();
  } else if constexpr (std::is_scalar_v<U> || std::is_void_v<U>) {
    return true;  // a pointer to data was refused above
  } else if constexpr (std::is_aggregate_v<U> && std::is_class_v<U>) {
    if constexpr (has_visible_parts<U>) {
      return are_send(parts_of<U>{});
    } else {
      return false;
    }
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

}  // namespace fearless
