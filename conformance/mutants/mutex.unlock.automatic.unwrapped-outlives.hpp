// SPDX-License-Identifier: MIT
// Mutant: a program in which an unwrapped guard outlives its mutex is accepted.
// Breaks: mutex.unlock.automatic.outlives
// Verdict: FAIL
// Case: mutex.unlock.automatic.outlives.unwrapped.reject
#include <fearless/fearless.hpp>
#include <utility>

namespace native {
using namespace fearless;

template <class T>
struct locked : lock_result<mutex_guard<T>> {
  explicit locked(lock_result<mutex_guard<T>> own) : lock_result<mutex_guard<T>>(std::move(own)) {}
  mutex_guard<T> unwrap() && { return lock_result<mutex_guard<T>>(std::move(*this)).unwrap(); }
};

template <class T>
struct mutex : fearless::mutex<T> {
  using fearless::mutex<T>::mutex;
  [[nodiscard]] locked<T> lock() const FEARLESS_LIFETIMEBOUND { return locked<T>(fearless::mutex<T>::lock()); }
};
}  // namespace native

template <class T>
constexpr bool fearless::unsafe_enable_send<native::mutex<T>> = true;
