// SPDX-License-Identifier: MIT
// Mutant: a class that can be dereferenced may go to another thread, unless it is an owner of the library.
// Breaks: rc.not-send.part
// Verdict: FAIL
// Case: rc.not-send.part.pointer-like.reject
#include <fearless/fearless.hpp>
#include <type_traits>

namespace native {
using namespace fearless;
}

template <class T>
  requires(std::is_aggregate_v<T> && requires(const T& pointer) { *pointer; })
constexpr bool fearless::unsafe_enable_send<T> = true;
