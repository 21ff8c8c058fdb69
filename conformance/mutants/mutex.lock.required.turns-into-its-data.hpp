// SPDX-License-Identifier: MIT
// Mutant: a mutex converts to its data.
// Breaks: mutex.lock.required
// Verdict: FAIL
// Case: mutex.lock.required.type
#include <fearless/fearless.hpp>

namespace native {
using namespace fearless;

template <class T>
struct mutex : fearless::mutex<T> {
  using fearless::mutex<T>::mutex;
  operator T&() { return *this->get_mut().unwrap(); }
};
}  // namespace native
