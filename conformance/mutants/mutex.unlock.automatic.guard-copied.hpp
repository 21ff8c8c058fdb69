// SPDX-License-Identifier: MIT
// Mutant: a guard can be copied, and the last copy releases the lock.
// Breaks: mutex.unlock.automatic.exclusive
// Verdict: FAIL
// Case: mutex.unlock.automatic.exclusive.copied.reject
#include <memory>
#include <utility>

#include "include/changed_lock.hpp"

namespace native {
using namespace fearless;

template <class T>
class mutex_guard {
 public:
  explicit mutex_guard(fearless::mutex_guard<T> only)
      : shared_(std::make_shared<fearless::mutex_guard<T>>(std::move(only))) {}
  T& operator*() { return **shared_; }

 private:
  std::shared_ptr<fearless::mutex_guard<T>> shared_;
};

template <class T>
struct mutex : changed_lock<T, mutex_guard<T>> {
  using changed_lock<T, mutex_guard<T>>::changed_lock;
};
}  // namespace native
