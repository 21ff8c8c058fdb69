// SPDX-License-Identifier: MIT
// Mutant: the guard of a reader is shareable if the data is sendable.
// Breaks: markers.guards
// Verdict: FAIL
// Case: markers.guards.read-guard.type
#include <reference_native.hpp>

template <class T>
constexpr bool fearless::unsafe_enable_sync<fearless::rw_lock_read_guard<T>> = fearless::send<T>;
