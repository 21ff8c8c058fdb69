// SPDX-License-Identifier: MIT
// Mutant: `spawn` returns nothing.
// Breaks: join.handle.returned
// Verdict: FAIL
#include <fearless/fearless.hpp>
#include <utility>

namespace native {
using namespace fearless;

template <class F, class... Values>
void spawn(F body, Values&&... values) {
  fearless::spawn(body, std::forward<Values>(values)...).detach();
}
}  // namespace native
