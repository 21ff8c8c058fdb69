// SPDX-License-Identifier: MIT
// Mutant: a guard allows reads of the data but not changes.
// Breaks: mutex.guard.deref
// Verdict: FAIL
#include <utility>

#include "include/changed_lock.hpp"

namespace native {
using namespace fearless;

template <class T>
struct mutex_guard : fearless::mutex_guard<T> {
  explicit mutex_guard(fearless::mutex_guard<T> own) : fearless::mutex_guard<T>(std::move(own)) {}
  const T& operator*() { return fearless::mutex_guard<T>::operator*(); }
};

template <class T>
struct mutex : changed_lock<T, mutex_guard<T>> {
  using changed_lock<T, mutex_guard<T>>::changed_lock;
};
}  // namespace native
