// SPDX-License-Identifier: MIT
// Mutant: a shared owner of a `const` value is sendable, although another owner may change the value.
// Breaks: send.almost-all
// Verdict: FAIL
#include <fearless/fearless.hpp>
#include <memory>

namespace native {
using namespace fearless;
}

template <class T>
constexpr bool fearless::unsafe_enable_send<std::shared_ptr<const T>> = true;
