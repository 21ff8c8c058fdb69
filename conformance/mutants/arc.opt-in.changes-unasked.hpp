// SPDX-License-Identifier: MIT
// Mutant: each owner of an Arc can change the value while others exist.
// Breaks: arc.opt-in
// Verdict: FAIL
#include "include/changed_arc.hpp"

namespace native {
using namespace fearless;

template <class T>
struct arc : changed_arc<T, arc<T>> {
  using changed_arc<T, arc<T>>::changed_arc;
  T& operator*() { return const_cast<T&>(fearless::arc<T>::operator*()); }
};
}  // namespace native
