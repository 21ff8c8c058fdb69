// SPDX-License-Identifier: MIT
// Mutant: a lock for many readers is sendable if its data is shareable.
// Breaks: markers.rw-locks
// Verdict: FAIL
#include <reference_native.hpp>

template <class T>
constexpr bool fearless::unsafe_enable_send<fearless::rw_lock<T>> = fearless::sync<T>;
