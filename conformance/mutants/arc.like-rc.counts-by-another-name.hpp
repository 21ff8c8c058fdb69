// SPDX-License-Identifier: MIT
// Mutant: the count of an Arc is called `use_count`, and that of an Rc `strong_count`.
// Breaks: arc.like-rc
// Verdict: FAIL
#include <cstddef>

#include "include/changed_arc.hpp"

namespace native {
using namespace fearless;

template <class T>
struct arc : changed_arc<T, arc<T>> {
  using changed_arc<T, arc<T>>::changed_arc;
  std::size_t use_count() const { return fearless::arc<T>::strong_count(); }
  void strong_count() const = delete;
};
}  // namespace native
