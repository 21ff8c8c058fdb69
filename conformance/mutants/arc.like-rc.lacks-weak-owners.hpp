// SPDX-License-Identifier: MIT
// Mutant: an Rc has weak owners, and an Arc has none.
// Breaks: arc.like-rc
// Verdict: FAIL
#include <utility>

#include "include/changed_arc.hpp"

namespace native {
using namespace fearless;

template <class T>
struct arc : changed_arc<T, arc<T>> {
  using changed_arc<T, arc<T>>::changed_arc;
  void downgrade() const = delete;
};
}  // namespace native
