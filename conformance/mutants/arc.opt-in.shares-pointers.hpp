// SPDX-License-Identifier: MIT
// Mutant: a pointer may go to another thread, which then shares its target.
// Breaks: arc.opt-in
// Verdict: FAIL
#include <fearless/fearless.hpp>
#include <type_traits>

namespace native {
using namespace fearless;

template <class T>
concept send = fearless::send<T> || std::is_pointer_v<T>;
}  // namespace native
