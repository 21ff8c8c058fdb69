// SPDX-License-Identifier: MIT
// Mutant: an owner of a shared mutex can use the data without the lock.
// Breaks: mutex.lock.required
// Verdict: FAIL
// Case: mutex.lock.required.shared.reject
#include <fearless/fearless.hpp>

namespace native {
using namespace fearless;

template <class T>
struct mutex : fearless::mutex<T> {
  using fearless::mutex<T>::mutex;
  T& operator*() const { return *const_cast<mutex*>(this)->get_mut().unwrap(); }
};
}  // namespace native
