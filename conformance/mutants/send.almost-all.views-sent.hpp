// SPDX-License-Identifier: MIT
// Mutant: a view of a text is sendable.
// Breaks: send.almost-all
// Verdict: FAIL
#include <fearless/fearless.hpp>
#include <string_view>

namespace native {
using namespace fearless;
}

template <>
constexpr bool fearless::unsafe_enable_send<std::string_view> = true;
