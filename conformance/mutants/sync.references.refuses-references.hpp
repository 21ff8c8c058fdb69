// SPDX-License-Identifier: MIT
// Defect: a reference is never sent, whatever it refers to.
// Verdict: FAIL
// Case: sync.references.type
#include <fearless/fearless.hpp>
#include <type_traits>

namespace subject {
using namespace fearless;

template <class T>
concept send = fearless::send<T> && !std::is_reference_v<T>;
}  // namespace subject
