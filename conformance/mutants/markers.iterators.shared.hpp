// SPDX-License-Identifier: MIT
// Mutant: a range that borrows a receiver is shareable.
// Breaks: markers.iterators
// Verdict: FAIL
// Case: markers.iterators.immediate-iterator.type
#include <concepts>
#include <iterator>
#include <reference_native.hpp>

template <class T>
  requires requires {
    { T::end() } -> std::same_as<std::default_sentinel_t>;
  }
constexpr bool fearless::unsafe_enable_sync<T> = true;
