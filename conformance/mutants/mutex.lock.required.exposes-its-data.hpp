// SPDX-License-Identifier: MIT
// Defect: the data can be reached through the mutex itself, held or not.
// Verdict: FAIL
// Case: mutex.lock.required.reject
#include <fearless/fearless.hpp>

namespace subject {
using namespace fearless;

template <class T>
struct mutex : fearless::mutex<T> {
  using fearless::mutex<T>::mutex;
  T& operator*() { return *this->get_mut().unwrap(); }
};
}  // namespace subject
