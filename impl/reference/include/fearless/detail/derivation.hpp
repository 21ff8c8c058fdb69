// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <functional>
#include <initializer_list>
#include <span>
#include <string_view>
#include <type_traits>

#include "fearless/detail/parts.hpp"
#include "fearless/opt_in.hpp"

/// Derives from a type's parts whether it is `send` and `sync`.
namespace fearless::detail {

/// Whether a value of type `T` may be moved to another thread, as a part of a value.
template <class T>
consteval bool is_send();

/// Whether several threads may use one `const T` at once, as a part of a value.
template <class T>
consteval bool is_sync();

/// Whether `T` refers to data that it does not own: what Rust calls a borrow. C++ does not know how long the data
/// lives, so a type that borrows is never `send` as a part of a value.
template <class T>
constexpr bool borrows =
    std::is_reference_v<T> || (std::is_pointer_v<T> && !std::is_function_v<std::remove_pointer_t<T>>);
template <class T>
constexpr bool borrows<std::reference_wrapper<T>> = true;
template <class C, class Traits>
constexpr bool borrows<std::basic_string_view<C, Traits>> = true;
template <class T, std::size_t N>
constexpr bool borrows<std::span<T, N>> = true;
template <class T>
constexpr bool borrows<std::initializer_list<T>> = true;

/// What the library knows about a class whose parts can't be seen. Unknown means no.
template <class T>
constexpr bool known_send = false;
template <class T>
constexpr bool known_sync = false;

/// Whether several threads may use one `T` at once even if it is not `const`, so that it may be a `mutable` member of a
/// shared value.
template <class T>
constexpr bool known_sync_when_mutable = false;

/// The types that determine whether a class is `send` and `sync` if its own parts can't be seen.
struct unknown {};
template <class T>
constexpr auto made_of = unknown{};

template <class T>
constexpr bool is_made_of_known_parts = !std::is_same_v<decltype(made_of<T>), const unknown>;

/// The rule for a type that consists of its parts: it is `send` or `sync` if all parts are.
template <class... Part>
consteval bool are_send(parts<Part...>) {
  return (is_send<Part>() && ...);
}
template <class... Part>
consteval bool are_sync(parts<Part...>) {
  return (is_sync<Part>() && ...);
}

/// The rule for a member as seen through a `const` object: a member that is not `const` there is `mutable`, or a
/// reference.
template <class Seen>
consteval bool is_sync_as_seen() {
  if constexpr (std::is_const_v<Seen>) {
    return is_sync<Seen>();
  } else {
    return known_sync_when_mutable<std::remove_all_extents_t<Seen>>;
  }
}
template <class... Seen>
consteval bool are_sync_as_seen(parts<Seen...>) {
  return (is_sync_as_seen<Seen>() && ...);
}

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
    return true;  // a pointer to data was handled above
  } else if constexpr (lists_its_parts<U>) {
    return are_send(listed_parts_of<U>{});
  } else if constexpr (has_visible_parts<U>) {
    return are_send(visible_parts<U>{});
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
    return true;  // a pointer to data was handled above
  } else if constexpr (lists_its_parts<U>) {
    return are_sync_as_seen(listed_parts_of<U>{});
  } else if constexpr (has_visible_parts<U>) {
    return are_sync_as_seen(visible_parts<U>{});
  } else {
    return false;
  }
}

}  // namespace fearless::detail
