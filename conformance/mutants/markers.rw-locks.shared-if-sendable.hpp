// SPDX-License-Identifier: MIT
// Mutant: a lock for many readers is shareable if its data is sendable, although readers read it at the same time.
// Breaks: markers.rw-locks
// Verdict: FAIL
#include <reference_native.hpp>

template <class T>
constexpr bool fearless::unsafe_enable_sync<fearless::rw_lock<T>> = fearless::send<T>;
