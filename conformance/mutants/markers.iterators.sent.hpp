// SPDX-License-Identifier: MIT
// Mutant: an iterator that borrows a receiver is sendable.
// Breaks: markers.iterators
// Verdict: FAIL
// Case: markers.iterators.waiting-iterator.type
#include <iterator>
#include <reference_native.hpp>

template <class T>
  requires requires(const T& at) { at == std::default_sentinel; }
constexpr bool fearless::unsafe_enable_send<T> = true;
