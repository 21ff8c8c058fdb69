// SPDX-License-Identifier: MIT
// Mutant: the guard of a mutex is shareable if the data is sendable.
// Breaks: markers.guards, markers.errors
// Verdict: FAIL
// Case: markers.guards.mutex-guard.type, markers.errors.result-of-a-mutex.type
#include <reference_native.hpp>

template <class T>
constexpr bool fearless::unsafe_enable_sync<fearless::mutex_guard<T>> = fearless::send<T>;
