// SPDX-License-Identifier: MIT
// Mutant: a lock result is sendable whatever it holds.
// Breaks: markers.errors
// Verdict: FAIL
// Case: markers.errors.lock-result.type, markers.errors.result-of-a-mutex.type
#include <reference_native.hpp>

template <class T>
constexpr bool fearless::unsafe_enable_send<fearless::result<T, fearless::poison_error<T>>> = true;
