// SPDX-License-Identifier: MIT
// Defect: an arc has no weak owners, and an rc has.
// Verdict: FAIL
#include <utility>

#include "include/changed_arc.hpp"

namespace subject {
using namespace fearless;

template <class T>
struct arc : changed_arc<T, arc<T>> {
  using changed_arc<T, arc<T>>::changed_arc;
  void downgrade() const = delete;
};
}  // namespace subject
