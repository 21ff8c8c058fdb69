// SPDX-License-Identifier: MIT
// Mutant: the parts of the parts of a type are not checked.
// Breaks: send.composed
// Verdict: FAIL
// Case: send.composed.type
#include <fearless/fearless.hpp>
#include <type_traits>

namespace native {
using namespace fearless;

template <class Part>
constexpr bool passes = fearless::send<Part> || std::is_aggregate_v<std::remove_cv_t<Part>>;
template <class... Part>
constexpr bool look_fine(fearless::detail::parts<Part...>) {
  return (passes<Part> && ...);
}

template <class T>
concept looks_fine = fearless::detail::has_visible_parts<T> && look_fine(fearless::detail::visible_parts<T>{});

template <class T>
concept send = fearless::send<T> || looks_fine<T>;
}  // namespace native
