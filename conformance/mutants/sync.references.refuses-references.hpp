// SPDX-License-Identifier: MIT
// Mutant: no reference is sendable.
// Breaks: sync.references.equivalent
// Verdict: FAIL
// Case: sync.references.equivalent.type
#include <fearless/fearless.hpp>
#include <type_traits>

namespace native {
using namespace fearless;

template <class T>
concept send = fearless::send<T> && !std::is_reference_v<T>;
}  // namespace native
