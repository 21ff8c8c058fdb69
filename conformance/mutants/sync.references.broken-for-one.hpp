// SPDX-License-Identifier: MIT
// Mutant: a receiver is shareable, but a reference to it is not sendable.
// Breaks: sync.references.equivalent
// Verdict: FAIL
// Case: sync.references.equivalent.type
#include <fearless/fearless.hpp>

namespace native {
using namespace fearless;

template <class T>
constexpr bool is_receiver = false;
template <class T>
constexpr bool is_receiver<receiver<T>> = true;

template <class T>
concept sync = fearless::sync<T> || is_receiver<T>;
}  // namespace native
