// SPDX-License-Identifier: MIT
// Mutant: an owner that shares a `const` value is sent, though another owner of the same value may change it.
// Breaks: send.almost-all
// Verdict: FAIL
#include <fearless/fearless.hpp>
#include <memory>

namespace native {
using namespace fearless;
}

template <class T>
constexpr bool fearless::unsafe_enable_send<std::shared_ptr<const T>> = true;
