// SPDX-License-Identifier: MIT
// Mutant: a shared mutex cannot be locked.
// Breaks: mutex.guard.smart-pointer
// Verdict: FAIL
#include <fearless/fearless.hpp>

namespace native {
using namespace fearless;

template <class T>
struct mutex : fearless::mutex<T> {
  using fearless::mutex<T>::mutex;
  [[nodiscard]] lock_result<mutex_guard<T>> lock() { return fearless::mutex<T>::lock(); }
};
}  // namespace native
