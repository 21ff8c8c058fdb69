// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>

/// What the author of a class declares so that it becomes `send` or `sync`. Only for aggregates, whose members it can
/// see, can the compiler derive both without a declaration.
namespace fearless {

/// Whether the author of `T` promises that a value of `T` may be moved to another thread. The compiler can't check the
/// promise.
///
/// `template <> constexpr bool fearless::unsafe_enable_send<my_type> = true;` For a class with virtual functions, the
/// promise includes every class that is derived from it.
template <class T>
constexpr bool unsafe_enable_send = false;

/// Whether the author of `T` promises that several threads may use one `const T` at once. The compiler can't check the
/// promise.
template <class T>
constexpr bool unsafe_enable_sync = false;

namespace detail {

template <class... Part>
struct parts {};

/// The number of members that can be listed.
constexpr std::size_t most_members = 24;

}  // namespace detail

/// The types of the members of `Class`, in their order. From them the compiler derives whether `Class` is `send` and
/// `sync`, as for an aggregate.
///
///     class account {
///      public:
///       using parts = fearless::listed_parts<account, std::string, fearless::mutex<int>>;
///       friend parts;
///       …
///      private:
///       std::string owner_;
///       fearless::mutex<int> balance_;
///     };
///
/// The list is not a promise: the compiler compares it with the members. A list with other types has no effect, and a
/// list of another length does not compile. It applies to `Class` alone, not to derived classes. At most 24 members.
template <class Class, class... Part>
class listed_parts {
  /// Never called. Structured bindings name the members, whose types are the result.
  template <std::size_t Count>
  static auto take_apart([[maybe_unused]] const Class* value) {
    if constexpr (Count == 0) {
      return detail::parts<>{};
    } else if constexpr (Count == 1) {
      auto& [m1] = *value;
      return detail::parts<decltype(m1)>{};
    } else if constexpr (Count == 2) {
      auto& [m1, m2] = *value;
      return detail::parts<decltype(m1), decltype(m2)>{};
    } else if constexpr (Count == 3) {
      auto& [m1, m2, m3] = *value;
      return detail::parts<decltype(m1), decltype(m2), decltype(m3)>{};
    } else if constexpr (Count == 4) {
      auto& [m1, m2, m3, m4] = *value;
      return detail::parts<decltype(m1), decltype(m2), decltype(m3), decltype(m4)>{};
    } else if constexpr (Count == 5) {
      auto& [m1, m2, m3, m4, m5] = *value;
      return detail::parts<decltype(m1), decltype(m2), decltype(m3), decltype(m4), decltype(m5)>{};
    } else if constexpr (Count == 6) {
      auto& [m1, m2, m3, m4, m5, m6] = *value;
      return detail::parts<decltype(m1), decltype(m2), decltype(m3), decltype(m4), decltype(m5), decltype(m6)>{};
    } else if constexpr (Count == 7) {
      auto& [m1, m2, m3, m4, m5, m6, m7] = *value;
      return detail::parts<decltype(m1), decltype(m2), decltype(m3), decltype(m4), decltype(m5), decltype(m6),
                           decltype(m7)>{};
    } else if constexpr (Count == 8) {
      auto& [m1, m2, m3, m4, m5, m6, m7, m8] = *value;
      return detail::parts<decltype(m1), decltype(m2), decltype(m3), decltype(m4), decltype(m5), decltype(m6),
                           decltype(m7), decltype(m8)>{};
    } else if constexpr (Count == 9) {
      auto& [m1, m2, m3, m4, m5, m6, m7, m8, m9] = *value;
      return detail::parts<decltype(m1), decltype(m2), decltype(m3), decltype(m4), decltype(m5), decltype(m6),
                           decltype(m7), decltype(m8), decltype(m9)>{};
    } else if constexpr (Count == 10) {
      auto& [m1, m2, m3, m4, m5, m6, m7, m8, m9, m10] = *value;
      return detail::parts<decltype(m1), decltype(m2), decltype(m3), decltype(m4), decltype(m5), decltype(m6),
                           decltype(m7), decltype(m8), decltype(m9), decltype(m10)>{};
    } else if constexpr (Count == 11) {
      auto& [m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11] = *value;
      return detail::parts<decltype(m1), decltype(m2), decltype(m3), decltype(m4), decltype(m5), decltype(m6),
                           decltype(m7), decltype(m8), decltype(m9), decltype(m10), decltype(m11)>{};
    } else if constexpr (Count == 12) {
      auto& [m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12] = *value;
      return detail::parts<decltype(m1), decltype(m2), decltype(m3), decltype(m4), decltype(m5), decltype(m6),
                           decltype(m7), decltype(m8), decltype(m9), decltype(m10), decltype(m11), decltype(m12)>{};
    } else if constexpr (Count == 13) {
      auto& [m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13] = *value;
      return detail::parts<decltype(m1), decltype(m2), decltype(m3), decltype(m4), decltype(m5), decltype(m6),
                           decltype(m7), decltype(m8), decltype(m9), decltype(m10), decltype(m11), decltype(m12),
                           decltype(m13)>{};
    } else if constexpr (Count == 14) {
      auto& [m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13, m14] = *value;
      return detail::parts<decltype(m1), decltype(m2), decltype(m3), decltype(m4), decltype(m5), decltype(m6),
                           decltype(m7), decltype(m8), decltype(m9), decltype(m10), decltype(m11), decltype(m12),
                           decltype(m13), decltype(m14)>{};
    } else if constexpr (Count == 15) {
      auto& [m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13, m14, m15] = *value;
      return detail::parts<decltype(m1), decltype(m2), decltype(m3), decltype(m4), decltype(m5), decltype(m6),
                           decltype(m7), decltype(m8), decltype(m9), decltype(m10), decltype(m11), decltype(m12),
                           decltype(m13), decltype(m14), decltype(m15)>{};
    } else if constexpr (Count == 16) {
      auto& [m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13, m14, m15, m16] = *value;
      return detail::parts<decltype(m1), decltype(m2), decltype(m3), decltype(m4), decltype(m5), decltype(m6),
                           decltype(m7), decltype(m8), decltype(m9), decltype(m10), decltype(m11), decltype(m12),
                           decltype(m13), decltype(m14), decltype(m15), decltype(m16)>{};
    } else if constexpr (Count == 17) {
      auto& [m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13, m14, m15, m16, m17] = *value;
      return detail::parts<decltype(m1), decltype(m2), decltype(m3), decltype(m4), decltype(m5), decltype(m6),
                           decltype(m7), decltype(m8), decltype(m9), decltype(m10), decltype(m11), decltype(m12),
                           decltype(m13), decltype(m14), decltype(m15), decltype(m16), decltype(m17)>{};
    } else if constexpr (Count == 18) {
      auto& [m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13, m14, m15, m16, m17, m18] = *value;
      return detail::parts<decltype(m1), decltype(m2), decltype(m3), decltype(m4), decltype(m5), decltype(m6),
                           decltype(m7), decltype(m8), decltype(m9), decltype(m10), decltype(m11), decltype(m12),
                           decltype(m13), decltype(m14), decltype(m15), decltype(m16), decltype(m17), decltype(m18)>{};
    } else if constexpr (Count == 19) {
      auto& [m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13, m14, m15, m16, m17, m18, m19] = *value;
      return detail::parts<decltype(m1), decltype(m2), decltype(m3), decltype(m4), decltype(m5), decltype(m6),
                           decltype(m7), decltype(m8), decltype(m9), decltype(m10), decltype(m11), decltype(m12),
                           decltype(m13), decltype(m14), decltype(m15), decltype(m16), decltype(m17), decltype(m18),
                           decltype(m19)>{};
    } else if constexpr (Count == 20) {
      auto& [m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13, m14, m15, m16, m17, m18, m19, m20] = *value;
      return detail::parts<decltype(m1), decltype(m2), decltype(m3), decltype(m4), decltype(m5), decltype(m6),
                           decltype(m7), decltype(m8), decltype(m9), decltype(m10), decltype(m11), decltype(m12),
                           decltype(m13), decltype(m14), decltype(m15), decltype(m16), decltype(m17), decltype(m18),
                           decltype(m19), decltype(m20)>{};
    } else if constexpr (Count == 21) {
      auto& [m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13, m14, m15, m16, m17, m18, m19, m20, m21] = *value;
      return detail::parts<decltype(m1), decltype(m2), decltype(m3), decltype(m4), decltype(m5), decltype(m6),
                           decltype(m7), decltype(m8), decltype(m9), decltype(m10), decltype(m11), decltype(m12),
                           decltype(m13), decltype(m14), decltype(m15), decltype(m16), decltype(m17), decltype(m18),
                           decltype(m19), decltype(m20), decltype(m21)>{};
    } else if constexpr (Count == 22) {
      auto& [m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13, m14, m15, m16, m17, m18, m19, m20, m21, m22] =
          *value;
      return detail::parts<decltype(m1), decltype(m2), decltype(m3), decltype(m4), decltype(m5), decltype(m6),
                           decltype(m7), decltype(m8), decltype(m9), decltype(m10), decltype(m11), decltype(m12),
                           decltype(m13), decltype(m14), decltype(m15), decltype(m16), decltype(m17), decltype(m18),
                           decltype(m19), decltype(m20), decltype(m21), decltype(m22)>{};
    } else if constexpr (Count == 23) {
      auto& [m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13, m14, m15, m16, m17, m18, m19, m20, m21, m22, m23] =
          *value;
      return detail::parts<decltype(m1), decltype(m2), decltype(m3), decltype(m4), decltype(m5), decltype(m6),
                           decltype(m7), decltype(m8), decltype(m9), decltype(m10), decltype(m11), decltype(m12),
                           decltype(m13), decltype(m14), decltype(m15), decltype(m16), decltype(m17), decltype(m18),
                           decltype(m19), decltype(m20), decltype(m21), decltype(m22), decltype(m23)>{};
    } else if constexpr (Count == 24) {
      auto& [m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13, m14, m15, m16, m17, m18, m19, m20, m21, m22, m23,
             m24] = *value;
      return detail::parts<decltype(m1), decltype(m2), decltype(m3), decltype(m4), decltype(m5), decltype(m6),
                           decltype(m7), decltype(m8), decltype(m9), decltype(m10), decltype(m11), decltype(m12),
                           decltype(m13), decltype(m14), decltype(m15), decltype(m16), decltype(m17), decltype(m18),
                           decltype(m19), decltype(m20), decltype(m21), decltype(m22), decltype(m23), decltype(m24)>{};
    }
  }

 public:
  /// The types of the `Count` members of `Class`, which must be all, as seen through a `const Class`. The types that
  /// are not `const` there belong to references and `mutable` members.
  template <std::size_t Count>
  using seen = decltype(take_apart<Count>(nullptr));
};

}  // namespace fearless
