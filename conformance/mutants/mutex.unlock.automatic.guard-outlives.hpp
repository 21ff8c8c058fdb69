// SPDX-License-Identifier: MIT
// Mutant: a program in which a guard in its result outlives its mutex is accepted.
// Breaks: mutex.unlock.automatic.outlives
// Verdict: FAIL
// Case: mutex.unlock.automatic.outlives.reject
#include <fearless/fearless.hpp>

namespace native {
using namespace fearless;

template <class T>
struct mutex : fearless::mutex<T> {
  using fearless::mutex<T>::mutex;
  [[nodiscard]] lock_result<mutex_guard<T>> lock() const { return fearless::mutex<T>::lock(); }
};
}  // namespace native

template <class T>
constexpr bool fearless::unsafe_enable_send<native::mutex<T>> = true;
