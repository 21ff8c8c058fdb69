// SPDX-License-Identifier: MIT
// Mutant: the guard of a writer is sendable if the data is sendable.
// Breaks: markers.guards
// Verdict: FAIL
// Case: markers.guards.write-guard.type
#include <reference_native.hpp>

template <class T>
constexpr bool fearless::unsafe_enable_send<fearless::rw_lock_write_guard<T>> = fearless::send<T>;
