// SPDX-License-Identifier: MIT
// Mutant: a type is sent only where its author has said so, whatever it is made of.
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
