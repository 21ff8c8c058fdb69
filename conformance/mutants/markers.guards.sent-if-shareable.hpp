// SPDX-License-Identifier: MIT
// Mutant: the guard of a mutex is sendable if the data is shareable.
// Breaks: markers.guards
// Verdict: FAIL
// Case: markers.guards.mutex-guard.type
#include <reference_native.hpp>

template <class T>
constexpr bool fearless::unsafe_enable_send<fearless::mutex_guard<T>> = fearless::sync<T>;
