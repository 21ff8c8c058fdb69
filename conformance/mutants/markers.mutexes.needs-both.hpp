// SPDX-License-Identifier: MIT
// Mutant: a mutex is shareable only if its data is, although one thread at a time has access to it.
// Breaks: markers.mutexes
// Verdict: FAIL
#include <reference_native.hpp>

template <class T>
  requires(!fearless::sync<T>)
constexpr bool fearless::detail::known_sync<fearless::mutex<T>> = false;
