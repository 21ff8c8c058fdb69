// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>

#include "scheduling/interception/imports.hpp"
#include "scheduling/scheduling_point.hpp"

namespace scheduling {

/// A function's name, as a template's parameter.
template <std::size_t Size>
struct function_name {
  // NOLINTNEXTLINE(google-explicit-constructor): a literal is one
  constexpr function_name(const char (&literal)[Size]) { std::copy_n(literal, Size, text.begin()); }
  constexpr function_name() = default;

  template <std::size_t OtherSize>
  constexpr auto operator+(const function_name<OtherSize>& other) const {
    function_name<Size + OtherSize - 1> both;
    std::copy_n(other.text.begin(), OtherSize, std::copy_n(text.begin(), Size - 1, both.text.begin()));
    return both;
  }

  std::array<char, Size> text{};
};

/// What the name means to the program: the system's function, or the race detector's.
template <function_name Name, class Signature>
struct original {
  static inline Signature* function = nullptr;
};

/// The interceptor that does the same, with a point before it.
template <function_name Name, class Signature>
struct with_scheduling_point;
template <function_name Name, class Result, class... Arguments>
struct with_scheduling_point<Name, Result(Arguments...)> {
  static Result call(Arguments... arguments) {
    before_operation();
    // The last thing that it does, so that the detector finds the caller's address in its place.
    return original<Name, Result(Arguments...)>::function(arguments...);
  }
};

/// The entry for a interceptor of one's own.
template <function_name Name, class Signature>
interceptor replaced_by(Signature* replacement) {
  return {.name = Name.text.data(),
          .replacement = reinterpret_cast<void*>(replacement),
          .original = reinterpret_cast<void**>(&original<Name, Signature>::function)};
}

/// The entry for one that only has a point before it.
template <function_name Name, class Signature>
interceptor preceded_by_scheduling_point() {
  return replaced_by<Name, Signature>(with_scheduling_point<Name, Signature>::call);
}

}  // namespace scheduling
