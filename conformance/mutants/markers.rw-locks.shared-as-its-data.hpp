// SPDX-License-Identifier: MIT
// Mutant: a lock for many readers is shareable if its data is shareable, although a writer can take the data out.
// Breaks: markers.rw-locks
// Verdict: FAIL
#include <reference_native.hpp>

template <class T>
constexpr bool fearless::unsafe_enable_sync<fearless::rw_lock<T>> = fearless::sync<T>;
