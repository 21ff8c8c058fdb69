// SPDX-License-Identifier: MIT
// Mutant: a closure within a closure is not checked.
// Breaks: rc.not-send.part
// Verdict: FAIL
// Case: rc.not-send.part.nested-closure.reject
#include <fearless/fearless.hpp>
#include <type_traits>

namespace native {
using namespace fearless;
}

template <template <class> class Closure, class F>
  requires std::is_invocable_v<const Closure<F>&>
constexpr bool fearless::unsafe_enable_send<Closure<F>> = true;
