// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <tuple>
#include <type_traits>
#include <utility>

#include "fearless/opt_in.hpp"

/// The types of an aggregate's members, with references and arrays distinguished from their contents.
///
/// Boost.PFR does not do this. It reports a reference as the type that it refers to, so an aggregate that borrows would
/// seem to own its data; and an array, a bit-field or a base class is a compile error instead of an answer.
namespace fearless::detail {

/// Converts to a value of any type, to test how an aggregate can be initialised. Does not convert to a non-const
/// reference: an aggregate with such a member has no visible parts.
struct any_value {
  std::size_t position;
  template <class T>
  operator T() const noexcept;
};

/// Converts to a value of any base class of `T`.
template <class T>
struct any_base {
  template <class B>
    requires(std::is_base_of_v<B, T> && !std::is_same_v<B, T>)
  operator B() const noexcept;
};

template <class T>
concept has_base = requires { T{any_base<T>{}}; };

/// Whether `T{before values, {inside values}, after values}` is well-formed.
template <class T, std::size_t... Before, std::size_t... Inside, std::size_t... After>
consteval bool takes(std::index_sequence<Before...>, std::index_sequence<Inside...>, std::index_sequence<After...>) {
  return requires { T{any_value{Before}..., {any_value{Inside}...}, any_value{After}...}; };
}

template <class T, std::size_t... Position>
consteval bool takes(std::index_sequence<Position...>) {
  return requires { T{any_value{Position}...}; };
}

/// The number of values that initialise the aggregate `T` without braces around arrays. At most 64 are tried.
///
/// An aggregate accepts every count from a minimum up to this number; the minimum is above 0 if its first members must
/// be initialised.
template <class T, std::size_t Count = 0, bool TakesOneLess = false>
consteval std::size_t values() {
  constexpr bool takes_so_many = takes<T>(std::make_index_sequence<Count>{});
  if constexpr (TakesOneLess && !takes_so_many) {
    return Count - 1;
  } else if constexpr (Count == 64) {
    return takes_so_many ? Count : 0;
  } else {
    return values<T, Count + 1, takes_so_many>();
  }
}

/// The length of the array at `Position`, at most `Length`. Braces around the values of an array consume exactly these
/// values; around the values of another member they consume one member, so that one more value still fits behind them.
template <class T, std::size_t Values, std::size_t Position, std::size_t Length>
consteval std::size_t array_length() {
  if constexpr (Length <= 1) {
    return 1;
  } else {
    constexpr std::size_t rest = Values - Position - Length;
    using before = std::make_index_sequence<Position>;
    using inside = std::make_index_sequence<Length>;
    if constexpr (takes<T>(before{}, inside{}, std::make_index_sequence<rest>{}) &&
                  !takes<T>(before{}, inside{}, std::make_index_sequence<rest + 1>{})) {
      return Length;
    } else {
      return array_length<T, Values, Position, Length - 1>();
    }
  }
}

/// The number of values that initialise the member at `Position`: one, except for an array.
template <class T, std::size_t Values, std::size_t Position>
consteval std::size_t values_at() {
  using before = std::make_index_sequence<Position>;
  using after = std::make_index_sequence<Values - Position - 1>;
  // Tested first: it is enough for most members, and braces with values would instantiate the copying of a container.
  if constexpr (takes<T>(before{}, std::index_sequence<>{}, after{})) {
    return 1;
  } else {
    return array_length<T, Values, Position, Values - Position>();
  }
}

template <class T, std::size_t Values, std::size_t Position = 0>
consteval std::size_t members() {
  if constexpr (Position >= Values) {
    return 0;
  } else {
    return 1 + members<T, Values, Position + values_at<T, Values, Position>()>();
  }
}

template <class T>
constexpr std::size_t count_of_members = members<T, values<T>()>();

/// A type whose structured bindings are chosen by `std::tuple_size`, not by its members.
template <class T>
concept is_like_a_tuple = requires { std::tuple_size<T>::value; };

/// An aggregate whose parts can be seen: no base class, no non-const reference as a member, at most 24 members, and at
/// most 63 values in the members and their arrays together.
template <class T>
concept has_visible_parts =
    std::is_aggregate_v<T> && !std::is_union_v<T> && !is_like_a_tuple<T> && !has_base<T> &&
    (std::is_empty_v<T> || count_of_members<T> > 0) && count_of_members<T> <= most_members && values<T>() < 64;

template <class List, class Class>
constexpr bool is_list_for = false;
template <class Class, class... Listed>
constexpr bool is_list_for<listed_parts<Class, Listed...>, Class> =
    !is_like_a_tuple<Class> && (std::is_empty_v<Class> || sizeof...(Listed) > 0) && sizeof...(Listed) <= most_members;

/// Never called: its type has the listed members as seen through a `const` object.
template <class Class, class... Listed>
auto parts_in(listed_parts<Class, Listed...>) ->
    typename listed_parts<Class, Listed...>::template seen<sizeof...(Listed)>;

template <class Class, class... Listed, class... Seen>
consteval bool is_right(listed_parts<Class, Listed...>, parts<Seen...>) {
  return std::is_same_v<parts<std::remove_cv_t<Listed>...>, parts<std::remove_cv_t<Seen>...>>;
}

/// A class whose author listed its parts correctly.
template <class T>
concept lists_its_parts =
    is_list_for<typename T::parts, T> && is_right(typename T::parts{}, decltype(parts_in(typename T::parts{})){});

template <lists_its_parts T>
using listed_parts_of = decltype(parts_in(typename T::parts{}));

/// The parts of an aggregate as seen through a `const` object.
template <has_visible_parts T>
using visible_parts = typename listed_parts<T>::template seen<count_of_members<T>>;

}  // namespace fearless::detail
