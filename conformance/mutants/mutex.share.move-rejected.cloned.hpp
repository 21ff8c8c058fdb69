// SPDX-License-Identifier: MIT
// Mutant: a mutex can be cloned, and each clone has its own data.
// Breaks: mutex.share.move-rejected
// Verdict: FAIL
// Case: mutex.share.move-rejected.type
#include <fearless/fearless.hpp>

namespace native {
using namespace fearless;

template <class T>
struct mutex : fearless::mutex<T> {
  using fearless::mutex<T>::mutex;
  [[nodiscard]] mutex clone() const { return mutex(T(*this->lock().unwrap())); }
};
}  // namespace native

template <class T>
constexpr bool fearless::unsafe_enable_send<native::mutex<T>> = true;
