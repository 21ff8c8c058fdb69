// SPDX-License-Identifier: MIT
// Mutant: a sender is shareable whatever its messages are.
// Breaks: markers.senders
// Verdict: FAIL
// Case: markers.senders.sender.type
#include <reference_native.hpp>

template <class T>
constexpr bool fearless::unsafe_enable_sync<fearless::sender<T>> = true;
