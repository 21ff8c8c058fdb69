// SPDX-License-Identifier: MIT
// Mutant: `get_mut` works on a shared mutex.
// Breaks: mutex.lock.required
// Verdict: FAIL
// Case: mutex.lock.required.type
#include <fearless/fearless.hpp>

namespace native {
using namespace fearless;

template <class T>
struct mutex : fearless::mutex<T> {
  using fearless::mutex<T>::mutex;
  lock_result<T*> get_mut() const { return const_cast<mutex*>(this)->fearless::template mutex<T>::get_mut(); }
};
}  // namespace native
