// SPDX-License-Identifier: MIT
// Mutant: `lock` returns a reference to the data and not a guard.
// Breaks: mutex.guard.smart-pointer
// Verdict: FAIL
#include <fearless/fearless.hpp>

namespace native {
using namespace fearless;

template <class T>
struct mutex : fearless::mutex<T> {
  using fearless::mutex<T>::mutex;
  T& lock() const { return *fearless::mutex<T>::lock().unwrap(); }
};
}  // namespace native
