// SPDX-License-Identifier: MIT
// Defect: a type is shared only where its author has said so, whatever it is made of.
// Verdict: FAIL
#include <fearless/fearless.hpp>
#include <type_traits>

namespace subject {
using namespace fearless;

template <class T>
concept sync = fearless::sync<T> && !std::is_aggregate_v<T>;
}  // namespace subject
