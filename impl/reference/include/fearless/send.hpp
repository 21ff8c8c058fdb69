// SPDX-License-Identifier: MIT
#pragma once

#include <type_traits>

#include "fearless/detail/derivation.hpp"
#include "fearless/detail/standard_types.hpp"  // IWYU pragma: keep
#include "fearless/opt_in.hpp"                 // IWYU pragma: export

namespace fearless {

namespace detail {

/// Whether several threads may have this reference at once.
template <class T>
constexpr bool refers_to_sync = false;
template <class T>
constexpr bool refers_to_sync<const T&> = is_sync<T>();

}  // namespace detail

/// A type whose values may be moved to another thread.
///
/// Arithmetic types, enumerations and pointers to functions are; pointers to data and views are not. An aggregate is
/// when all its parts are, and so is a class that lists them (`listed_parts`). The standard library's owning types
/// follow from what they hold. Any other class is not, until its author says so with `unsafe_enable_send`.
///
/// A reference is where it is to a `const` type that is `sync`, which is what `sync` means. As a part of a value it is
/// not, as nothing says how long it holds; nor does `spawn` take it.
template <class T>
concept send = detail::is_send<T>() || detail::refers_to_sync<T>;

/// A type one value of which several threads may use at once, as `const`: it follows by the same rules, but that
/// `const` must be enough. A member that is `mutable`, or an owner that lets what it owns be changed, is not.
template <class T>
concept sync = send<std::add_lvalue_reference_t<const T>>;

}  // namespace fearless
