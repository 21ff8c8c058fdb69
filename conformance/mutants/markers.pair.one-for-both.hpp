// SPDX-License-Identifier: MIT
// Defect: there is one marker, by two names.
// Verdict: FAIL
#include <fearless/fearless.hpp>

namespace subject {
using namespace fearless;

template <class T>
concept sync = fearless::send<T>;
}  // namespace subject
