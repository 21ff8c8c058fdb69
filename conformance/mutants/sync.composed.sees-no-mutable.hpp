// SPDX-License-Identifier: MIT
// Mutant: a part that can be changed while it is shared counts as shareable.
// Breaks: sync.composed
// Verdict: FAIL
#include <fearless/fearless.hpp>

namespace native {
using namespace fearless;
}

template <>
constexpr bool fearless::detail::known_sync_when_mutable<int> = true;
