// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <type_traits>
#include <utility>

/// The types of an aggregate's members, references and arrays told apart from what they refer to or hold.
///
/// Boost.PFR does not serve here. It gives the type behind a reference for the reference, so that an aggregate which
/// borrows would look as if it owned; and an array, a bit-field or a base class among the members is a compile error of
/// its own, not an answer.
namespace fearless::detail {

template <class... Part>
struct parts {};

/// Stands for a value of any type, to ask how an aggregate can be initialised. Never a non-const reference: an
/// aggregate with such a member has no visible parts.
struct any_value {
  std::size_t position;
  template <class T>
  constexpr operator T() const noexcept;
};

/// Stands for a value of any base class of `T`.
template <class T>
struct any_base {
  template <class B>
    requires(std::is_base_of_v<B, T> && !std::is_same_v<B, T>)
  constexpr operator B() const noexcept;
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

/// How many values the aggregate `T` takes, with the braces round arrays left out: 64 at the most are tried.
template <class T, std::size_t Most = 64>
consteval std::size_t values() {
  if constexpr (Most == 0 || takes<T>(std::make_index_sequence<Most>{})) {
    return Most;
  } else {
    return values<T, Most - 1>();
  }
}

/// How long the array is at `Position`, `Length` at the most: braces round an array's values use up exactly these,
/// whereas round another member's they use up one value, so that one more still fits behind them.
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

/// How many of the values that `T` takes go into its member at `Position`: one, but for an array.
template <class T, std::size_t Values, std::size_t Position>
consteval std::size_t values_at() {
  using before = std::make_index_sequence<Position>;
  using after = std::make_index_sequence<Values - Position - 1>;
  // Asked first, since it is enough for most, and since braces with values in them would make a container instantiate
  // its copying.
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

/// Never called: structured bindings name the members, and their types are the result.
template <class T, std::size_t Count>
auto take_apart([[maybe_unused]] T* value) {
  if constexpr (Count == 0) {
    return parts<>{};
  } else if constexpr (Count == 1) {
    auto& [m1] = *value;
    return parts<decltype(m1)>{};
  } else if constexpr (Count == 2) {
    auto& [m1, m2] = *value;
    return parts<decltype(m1), decltype(m2)>{};
  } else if constexpr (Count == 3) {
    auto& [m1, m2, m3] = *value;
    return parts<decltype(m1), decltype(m2), decltype(m3)>{};
  } else if constexpr (Count == 4) {
    auto& [m1, m2, m3, m4] = *value;
    return parts<decltype(m1), decltype(m2), decltype(m3), decltype(m4)>{};
  } else if constexpr (Count == 5) {
    auto& [m1, m2, m3, m4, m5] = *value;
    return parts<decltype(m1), decltype(m2), decltype(m3), decltype(m4), decltype(m5)>{};
  } else if constexpr (Count == 6) {
    auto& [m1, m2, m3, m4, m5, m6] = *value;
    return parts<decltype(m1), decltype(m2), decltype(m3), decltype(m4), decltype(m5), decltype(m6)>{};
  } else if constexpr (Count == 7) {
    auto& [m1, m2, m3, m4, m5, m6, m7] = *value;
    return parts<decltype(m1), decltype(m2), decltype(m3), decltype(m4), decltype(m5), decltype(m6), decltype(m7)>{};
  } else if constexpr (Count == 8) {
    auto& [m1, m2, m3, m4, m5, m6, m7, m8] = *value;
    return parts<decltype(m1), decltype(m2), decltype(m3), decltype(m4), decltype(m5), decltype(m6), decltype(m7),
                 decltype(m8)>{};
  } else if constexpr (Count == 9) {
    auto& [m1, m2, m3, m4, m5, m6, m7, m8, m9] = *value;
    return parts<decltype(m1), decltype(m2), decltype(m3), decltype(m4), decltype(m5), decltype(m6), decltype(m7),
                 decltype(m8), decltype(m9)>{};
  } else if constexpr (Count == 10) {
    auto& [m1, m2, m3, m4, m5, m6, m7, m8, m9, m10] = *value;
    return parts<decltype(m1), decltype(m2), decltype(m3), decltype(m4), decltype(m5), decltype(m6), decltype(m7),
                 decltype(m8), decltype(m9), decltype(m10)>{};
  } else if constexpr (Count == 11) {
    auto& [m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11] = *value;
    return parts<decltype(m1), decltype(m2), decltype(m3), decltype(m4), decltype(m5), decltype(m6), decltype(m7),
                 decltype(m8), decltype(m9), decltype(m10), decltype(m11)>{};
  } else if constexpr (Count == 12) {
    auto& [m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12] = *value;
    return parts<decltype(m1), decltype(m2), decltype(m3), decltype(m4), decltype(m5), decltype(m6), decltype(m7),
                 decltype(m8), decltype(m9), decltype(m10), decltype(m11), decltype(m12)>{};
  } else if constexpr (Count == 13) {
    auto& [m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13] = *value;
    return parts<decltype(m1), decltype(m2), decltype(m3), decltype(m4), decltype(m5), decltype(m6), decltype(m7),
                 decltype(m8), decltype(m9), decltype(m10), decltype(m11), decltype(m12), decltype(m13)>{};
  } else if constexpr (Count == 14) {
    auto& [m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13, m14] = *value;
    return parts<decltype(m1), decltype(m2), decltype(m3), decltype(m4), decltype(m5), decltype(m6), decltype(m7),
                 decltype(m8), decltype(m9), decltype(m10), decltype(m11), decltype(m12), decltype(m13),
                 decltype(m14)>{};
  } else if constexpr (Count == 15) {
    auto& [m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13, m14, m15] = *value;
    return parts<decltype(m1), decltype(m2), decltype(m3), decltype(m4), decltype(m5), decltype(m6), decltype(m7),
                 decltype(m8), decltype(m9), decltype(m10), decltype(m11), decltype(m12), decltype(m13), decltype(m14),
                 decltype(m15)>{};
  } else if constexpr (Count == 16) {
    auto& [m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13, m14, m15, m16] = *value;
    return parts<decltype(m1), decltype(m2), decltype(m3), decltype(m4), decltype(m5), decltype(m6), decltype(m7),
                 decltype(m8), decltype(m9), decltype(m10), decltype(m11), decltype(m12), decltype(m13), decltype(m14),
                 decltype(m15), decltype(m16)>{};
  } else if constexpr (Count == 17) {
    auto& [m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13, m14, m15, m16, m17] = *value;
    return parts<decltype(m1), decltype(m2), decltype(m3), decltype(m4), decltype(m5), decltype(m6), decltype(m7),
                 decltype(m8), decltype(m9), decltype(m10), decltype(m11), decltype(m12), decltype(m13), decltype(m14),
                 decltype(m15), decltype(m16), decltype(m17)>{};
  } else if constexpr (Count == 18) {
    auto& [m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13, m14, m15, m16, m17, m18] = *value;
    return parts<decltype(m1), decltype(m2), decltype(m3), decltype(m4), decltype(m5), decltype(m6), decltype(m7),
                 decltype(m8), decltype(m9), decltype(m10), decltype(m11), decltype(m12), decltype(m13), decltype(m14),
                 decltype(m15), decltype(m16), decltype(m17), decltype(m18)>{};
  } else if constexpr (Count == 19) {
    auto& [m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13, m14, m15, m16, m17, m18, m19] = *value;
    return parts<decltype(m1), decltype(m2), decltype(m3), decltype(m4), decltype(m5), decltype(m6), decltype(m7),
                 decltype(m8), decltype(m9), decltype(m10), decltype(m11), decltype(m12), decltype(m13), decltype(m14),
                 decltype(m15), decltype(m16), decltype(m17), decltype(m18), decltype(m19)>{};
  } else if constexpr (Count == 20) {
    auto& [m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13, m14, m15, m16, m17, m18, m19, m20] = *value;
    return parts<decltype(m1), decltype(m2), decltype(m3), decltype(m4), decltype(m5), decltype(m6), decltype(m7),
                 decltype(m8), decltype(m9), decltype(m10), decltype(m11), decltype(m12), decltype(m13), decltype(m14),
                 decltype(m15), decltype(m16), decltype(m17), decltype(m18), decltype(m19), decltype(m20)>{};
  } else if constexpr (Count == 21) {
    auto& [m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13, m14, m15, m16, m17, m18, m19, m20, m21] = *value;
    return parts<decltype(m1), decltype(m2), decltype(m3), decltype(m4), decltype(m5), decltype(m6), decltype(m7),
                 decltype(m8), decltype(m9), decltype(m10), decltype(m11), decltype(m12), decltype(m13), decltype(m14),
                 decltype(m15), decltype(m16), decltype(m17), decltype(m18), decltype(m19), decltype(m20),
                 decltype(m21)>{};
  } else if constexpr (Count == 22) {
    auto& [m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13, m14, m15, m16, m17, m18, m19, m20, m21, m22] =
        *value;
    return parts<decltype(m1), decltype(m2), decltype(m3), decltype(m4), decltype(m5), decltype(m6), decltype(m7),
                 decltype(m8), decltype(m9), decltype(m10), decltype(m11), decltype(m12), decltype(m13), decltype(m14),
                 decltype(m15), decltype(m16), decltype(m17), decltype(m18), decltype(m19), decltype(m20),
                 decltype(m21), decltype(m22)>{};
  } else if constexpr (Count == 23) {
    auto& [m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13, m14, m15, m16, m17, m18, m19, m20, m21, m22, m23] =
        *value;
    return parts<decltype(m1), decltype(m2), decltype(m3), decltype(m4), decltype(m5), decltype(m6), decltype(m7),
                 decltype(m8), decltype(m9), decltype(m10), decltype(m11), decltype(m12), decltype(m13), decltype(m14),
                 decltype(m15), decltype(m16), decltype(m17), decltype(m18), decltype(m19), decltype(m20),
                 decltype(m21), decltype(m22), decltype(m23)>{};
  } else if constexpr (Count == 24) {
    auto& [m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13, m14, m15, m16, m17, m18, m19, m20, m21, m22, m23,
           m24] = *value;
    return parts<decltype(m1), decltype(m2), decltype(m3), decltype(m4), decltype(m5), decltype(m6), decltype(m7),
                 decltype(m8), decltype(m9), decltype(m10), decltype(m11), decltype(m12), decltype(m13), decltype(m14),
                 decltype(m15), decltype(m16), decltype(m17), decltype(m18), decltype(m19), decltype(m20),
                 decltype(m21), decltype(m22), decltype(m23), decltype(m24)>{};
  }
}

template <class T>
constexpr std::size_t count_of_members = members<T, values<T>()>();

/// An aggregate whose parts can be seen: it has no base class, no member that is a non-const reference, 24 members at
/// the most, and no more than 63 values in them and their arrays together.
template <class T>
concept has_visible_parts = std::is_aggregate_v<T> && !has_base<T> && (std::is_empty_v<T> || count_of_members<T> > 0) &&
                            count_of_members<T> <= 24 && values<T>() < 64;

template <has_visible_parts T>
using parts_of = decltype(take_apart<T, count_of_members<T>>(nullptr));

}  // namespace fearless::detail
