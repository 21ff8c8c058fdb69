// SPDX-License-Identifier: MIT
// Mutant: what a class has from its base is not looked at.
// Breaks: rc.not-send.part
// Verdict: FAIL
// Case: rc.not-send.part.base.reject
#include <fearless/fearless.hpp>

namespace native {
using namespace fearless;
}

template <class T>
  requires fearless::detail::has_base<T>
constexpr bool fearless::unsafe_enable_send<T> = true;
