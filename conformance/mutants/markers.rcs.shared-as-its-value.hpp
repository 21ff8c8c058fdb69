// SPDX-License-Identifier: MIT
// Mutant: an Rc is shareable if its value is.
// Breaks: markers.rcs
// Verdict: FAIL
// Case: markers.rcs.owner.type
#include <reference_native.hpp>

template <class T>
constexpr bool fearless::unsafe_enable_sync<fearless::rc<T>> = fearless::sync<T>;
