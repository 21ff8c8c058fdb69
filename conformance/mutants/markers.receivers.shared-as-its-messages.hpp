// SPDX-License-Identifier: MIT
// Mutant: a receiver is shareable if its messages are.
// Breaks: markers.receivers
// Verdict: FAIL
// Case: markers.receivers.receiver.type
#include <reference_native.hpp>

template <class T>
constexpr bool fearless::unsafe_enable_sync<fearless::receiver<T>> = fearless::sync<T>;
