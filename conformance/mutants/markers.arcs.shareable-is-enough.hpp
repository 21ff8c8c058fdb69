// SPDX-License-Identifier: MIT
// Mutant: an Arc is sendable and shareable if its value is shareable, although the value may not be sendable.
// Breaks: markers.arcs
// Verdict: FAIL
// Case: markers.arcs.owner.type
#include <reference_native.hpp>

template <class T>
constexpr bool fearless::unsafe_enable_send<fearless::arc<T>> = fearless::sync<T>;

template <class T>
constexpr bool fearless::unsafe_enable_sync<fearless::arc<T>> = fearless::sync<T>;
