// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>

#include "scheduling/before_operation.hpp"
#include "scheduling/interception/coverage.hpp"
#include "scheduling/interception/imports.hpp"

namespace scheduling {

/// A function's name, as a template's parameter.
template <std::size_t Size>
struct function_name {
  // NOLINTNEXTLINE(google-explicit-constructor): a literal is one
  constexpr function_name(const char (&literal)[Size]) { std::copy_n(literal, Size, text.begin()); }
  constexpr function_name() = default;

  template <std::size_t OtherSize>
  constexpr auto operator+(const char (&other)[OtherSize]) const {
    function_name<Size + OtherSize - 1> both;
    std::copy_n(other, OtherSize, std::copy_n(text.begin(), Size - 1, both.text.begin()));
    return both;
  }

  std::array<char, Size> text{};
};

/// The original function of this name: the system's, or the race detector's interceptor.
template <function_name Name, class Signature>
struct original {
  static inline Signature* function = nullptr;
};

template <function_name Name, class Signature>
constexpr auto& the = original<Name, Signature>::function;

/// The interceptor that calls `Next` after it has counted the place that called it.
template <auto Next>
struct with_place;
template <class Result, class... Arguments, Result (*Next)(Arguments...)>
struct with_place<Next> {
  static Result call(Arguments... arguments) {
    detail::come_to(__builtin_return_address(0));
    // A tail call, as above.
    return Next(arguments...);
  }
};

/// The table entry for an interceptor.
template <function_name Name, class Signature>
interceptor replaced_by(Signature* replacement) {
  return {.name = Name.text.data(),
          .replacement = reinterpret_cast<void*>(replacement),
          .original = reinterpret_cast<void**>(&original<Name, Signature>::function)};
}

}  // namespace scheduling
