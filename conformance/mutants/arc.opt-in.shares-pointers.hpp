// SPDX-License-Identifier: MIT
// Mutant: a pointer goes to another thread, and what it points at is shared by that.
// Breaks: arc.opt-in
// Verdict: FAIL
#include <fearless/fearless.hpp>
#include <type_traits>

namespace native {
using namespace fearless;

template <class T>
concept send = fearless::send<T> || std::is_pointer_v<T>;
}  // namespace native
