// SPDX-License-Identifier: MIT
// Mutant: a number is shareable only if its type is `const`.
// Breaks: sync.primitives
// Verdict: FAIL
#include <fearless/fearless.hpp>
#include <type_traits>

namespace native {
using namespace fearless;

template <class T>
concept sync = fearless::sync<T> && (std::is_const_v<T> || !std::is_arithmetic_v<T>);
}  // namespace native
