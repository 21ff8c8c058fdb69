// SPDX-License-Identifier: MIT
// Mutant: types with memory on the heap are not sendable.
// Breaks: send.almost-all
// Verdict: FAIL
#include <fearless/fearless.hpp>

namespace native {
using namespace fearless;

template <class T>
concept send = fearless::send<T> && !requires(T& container) { container.begin(); };
}  // namespace native
