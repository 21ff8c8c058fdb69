// SPDX-License-Identifier: MIT
// Mutant: the base classes of a class are not checked.
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
