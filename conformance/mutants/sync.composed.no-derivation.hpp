// SPDX-License-Identifier: MIT
// Mutant: a type is shareable only if its author has marked it.
// Breaks: sync.composed
// Verdict: FAIL
#include <fearless/fearless.hpp>
#include <type_traits>

namespace native {
using namespace fearless;

template <class T>
concept sync = fearless::sync<T> && !std::is_aggregate_v<T>;
}  // namespace native
