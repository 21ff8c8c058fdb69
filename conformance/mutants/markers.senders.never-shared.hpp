// SPDX-License-Identifier: MIT
// Mutant: no sender is shareable.
// Breaks: markers.senders
// Verdict: FAIL
// Case: markers.senders.sender.type
#include <reference_native.hpp>

template <class T>
  requires true
constexpr bool fearless::detail::known_sync<fearless::sender<T>> = false;
