// SPDX-License-Identifier: MIT
// Mutant: the error of a poisoned lock is shareable if what it holds is sendable.
// Breaks: markers.errors
// Verdict: FAIL
// Case: markers.errors.poison-error.type
#include <reference_native.hpp>

template <class T>
constexpr bool fearless::unsafe_enable_sync<fearless::poison_error<T>> = fearless::send<T>;
