// SPDX-License-Identifier: MIT
// Mutant: the error of a lock that does not wait is sendable if what it holds is shareable.
// Breaks: markers.errors
// Verdict: FAIL
// Case: markers.errors.try-lock-error.type
#include <reference_native.hpp>

template <class T>
constexpr bool fearless::unsafe_enable_send<fearless::try_lock_error<T>> = fearless::sync<T>;
