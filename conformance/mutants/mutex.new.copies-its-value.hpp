// SPDX-License-Identifier: MIT
// Mutant: a mutex is made around a copy of a value that its maker keeps, and of no other.
// Breaks: mutex.new
// Verdict: FAIL
// Case: mutex.new.type
#include <fearless/fearless.hpp>

namespace native {
using namespace fearless;

template <class T>
struct mutex : fearless::mutex<T> {
  explicit mutex(const T& kept) : fearless::mutex<T>(T(kept)) {}
  explicit mutex(T&&) = delete;
};
}  // namespace native
