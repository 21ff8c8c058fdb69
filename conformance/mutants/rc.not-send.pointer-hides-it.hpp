// SPDX-License-Identifier: MIT
// Mutant: the target of an owning pointer is not checked.
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
