// SPDX-License-Identifier: MIT
// Mutant: a weak owner of an Arc has both markers if the value is shareable.
// Breaks: markers.arcs
// Verdict: FAIL
// Case: markers.arcs.weak-owner.type
#include <reference_native.hpp>

template <class T>
constexpr bool fearless::unsafe_enable_send<fearless::arc_weak<T>> = fearless::sync<T>;

template <class T>
constexpr bool fearless::unsafe_enable_sync<fearless::arc_weak<T>> = fearless::sync<T>;
