// SPDX-License-Identifier: MIT
// Mutant: a mutex is shareable if its data is shareable, although the data may not be sendable.
// Breaks: markers.mutexes
// Verdict: FAIL
#include <reference_native.hpp>

template <class T>
constexpr bool fearless::unsafe_enable_sync<fearless::mutex<T>> = fearless::sync<T>;
