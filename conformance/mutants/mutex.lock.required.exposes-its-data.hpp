// SPDX-License-Identifier: MIT
// Mutant: the data can be used through the mutex itself.
// Breaks: mutex.lock.required
// Verdict: FAIL
// Case: mutex.lock.required.reject
#include <fearless/fearless.hpp>

namespace native {
using namespace fearless;

template <class T>
struct mutex : fearless::mutex<T> {
  using fearless::mutex<T>::mutex;
  T& operator*() { return *this->get_mut().unwrap(); }
};
}  // namespace native
