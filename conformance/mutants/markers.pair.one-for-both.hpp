// SPDX-License-Identifier: MIT
// Mutant: the two markers are one marker under two names.
// Breaks: markers.pair
// Verdict: FAIL
#include <fearless/fearless.hpp>

namespace native {
using namespace fearless;

template <class T>
concept sync = fearless::send<T>;
}  // namespace native
