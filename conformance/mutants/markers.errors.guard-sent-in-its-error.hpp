// SPDX-License-Identifier: MIT
// Mutant: the error of a poisoned mutex takes its guard to another thread.
// Breaks: markers.errors
// Verdict: FAIL
// Case: markers.errors.poison-error-of-a-mutex.type
#include <reference_native.hpp>

template <class T>
constexpr bool fearless::unsafe_enable_send<fearless::poison_error<fearless::mutex_guard<T>>> = true;
