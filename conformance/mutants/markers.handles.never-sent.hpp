// SPDX-License-Identifier: MIT
// Mutant: no join handle is sendable.
// Breaks: markers.handles
// Verdict: FAIL
#include <reference_native.hpp>

template <class T>
  requires true
constexpr bool fearless::detail::known_send<fearless::join_handle<T>> = false;
