// SPDX-License-Identifier: MIT
// Mutant: `lock` returns the guard without a result that could be an error.
// Breaks: mutex.guard.smart-pointer
// Verdict: FAIL
#include <fearless/fearless.hpp>

namespace native {
using namespace fearless;

template <class T>
struct mutex : fearless::mutex<T> {
  using fearless::mutex<T>::mutex;
  [[nodiscard]] mutex_guard<T> lock() const { return fearless::mutex<T>::lock().unwrap(); }
};
}  // namespace native
