// SPDX-License-Identifier: MIT
#pragma once

#include <type_traits>

#include "fearless/detail/derivation.hpp"
#include "fearless/detail/standard_types.hpp"  // IWYU pragma: keep
#include "fearless/opt_in.hpp"                 // IWYU pragma: export

namespace fearless {

namespace detail {

/// Whether several threads may use this reference at once.
template <class T>
constexpr bool refers_to_sync = false;
template <class T>
constexpr bool refers_to_sync<const T&> = is_sync<T>();

}  // namespace detail

/// A type whose values may be moved to another thread.
///
/// Arithmetic types, enumerations and function pointers are `send`; pointers to data and views are not. An aggregate is
/// `send` if all its parts are, and so is a class that lists its parts (`listed_parts`). An owning type of the standard
/// library is `send` if its contents are. Any other class is not, unless its author opts in with `unsafe_enable_send`.
///
/// A reference is `send` if it refers to a `const` type that is `sync`: that is the meaning of `sync`. A reference that
/// is part of a value is not `send`, because its lifetime is unknown, and `spawn` does not accept references.
template <class T>
concept send = detail::is_send<T>() || detail::refers_to_sync<T>;

/// A type whose `const` values several threads may use at once. The rules are those of `send`, applied to `const`
/// access: a type with a `mutable` member, or an owner that lets its contents be changed through `const`, is not
/// `sync`.
template <class T>
concept sync = send<std::add_lvalue_reference_t<const T>>;

}  // namespace fearless
