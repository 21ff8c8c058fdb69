// SPDX-License-Identifier: MIT
// Mutant: a weak owner of an Rc is shareable.
// Breaks: markers.rcs
// Verdict: FAIL
// Case: markers.rcs.weak-owner.type
#include <reference_native.hpp>

template <class T>
constexpr bool fearless::unsafe_enable_sync<fearless::rc_weak<T>> = true;
