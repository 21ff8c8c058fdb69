// SPDX-License-Identifier: MIT
// Mutant: an Rc can return its value to its last owner, and an Arc cannot.
// Breaks: arc.like-rc
// Verdict: FAIL
#include "include/changed_arc.hpp"

namespace native {
using namespace fearless;

template <class T>
struct arc : changed_arc<T, arc<T>> {
  using changed_arc<T, arc<T>>::changed_arc;
  void try_unwrap() && = delete;
  void into_inner() && = delete;
};
}  // namespace native
