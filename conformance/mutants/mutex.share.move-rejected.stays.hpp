// SPDX-License-Identifier: MIT
// Mutant: a mutex cannot be moved to another thread.
// Breaks: mutex.share.move-rejected
// Verdict: FAIL
// Case: mutex.share.move-rejected.reject
#include <fearless/fearless.hpp>

namespace native {
using namespace fearless;

template <class T>
struct mutex : fearless::mutex<T> {
  using fearless::mutex<T>::mutex;
};
}  // namespace native
