// SPDX-License-Identifier: MIT
// Mutant: a weak owner of an Arc is sendable if the value is sendable.
// Breaks: markers.arcs
// Verdict: FAIL
// Case: markers.arcs.weak-owner.type
#include <reference_native.hpp>

template <class T>
constexpr bool fearless::unsafe_enable_send<fearless::arc_weak<T>> = fearless::send<T>;
