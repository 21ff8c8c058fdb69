// SPDX-License-Identifier: MIT
// Mutant: an Arc is shareable if its value is sendable.
// Breaks: markers.arcs
// Verdict: FAIL
// Case: markers.arcs.owner.type
#include <reference_native.hpp>

template <class T>
constexpr bool fearless::unsafe_enable_sync<fearless::arc<T>> = fearless::send<T>;
