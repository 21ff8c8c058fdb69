// SPDX-License-Identifier: MIT
// Mutant: what is kept on the heap is not sent.
// Breaks: send.almost-all
// Verdict: FAIL
#include <fearless/fearless.hpp>

namespace native {
using namespace fearless;

template <class T>
concept send = fearless::send<T> && !requires(T& container) { container.begin(); };
}  // namespace native
