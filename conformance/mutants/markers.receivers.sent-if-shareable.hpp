// SPDX-License-Identifier: MIT
// Mutant: a receiver is sendable if its messages are shareable.
// Breaks: markers.receivers
// Verdict: FAIL
// Case: markers.receivers.receiver.type
#include <reference_native.hpp>

template <class T>
constexpr bool fearless::unsafe_enable_send<fearless::receiver<T>> = fearless::sync<T>;
