// SPDX-License-Identifier: MIT
// Mutant: what lies behind an owning pointer is not looked at.
// Breaks: rc.not-send.part
// Verdict: FAIL
// Case: rc.not-send.part.unique-pointer.reject
#include <fearless/fearless.hpp>
#include <memory>

namespace native {
using namespace fearless;
}

template <class T>
constexpr bool fearless::unsafe_enable_send<std::unique_ptr<T>> = true;
