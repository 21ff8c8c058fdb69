// SPDX-License-Identifier: MIT
// Mutant: there is one marker, by two names.
// Breaks: markers.pair
// Verdict: FAIL
#include <fearless/fearless.hpp>

namespace native {
using namespace fearless;

template <class T>
concept sync = fearless::send<T>;
}  // namespace native
