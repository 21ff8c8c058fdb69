// SPDX-License-Identifier: MIT
// Mutant: a type is sendable only if its author has marked it.
// Breaks: send.composed
// Verdict: FAIL
// Case: send.composed.type
#include <fearless/fearless.hpp>
#include <type_traits>

namespace native {
using namespace fearless;

template <class T>
concept send = fearless::send<T> && !std::is_aggregate_v<T>;
}  // namespace native
