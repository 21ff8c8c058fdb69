// SPDX-License-Identifier: MIT
// Mutant: a mutex is created empty and filled later.
// Breaks: mutex.new
// Verdict: FAIL
// Case: mutex.new.type
#include <fearless/fearless.hpp>

namespace native {
using namespace fearless;

template <class T>
struct mutex : fearless::mutex<T> {
  mutex() : fearless::mutex<T>(T()) {}
};
}  // namespace native
