// SPDX-License-Identifier: MIT
// Defect: a mutex is made around nothing, and filled later.
// Verdict: FAIL
// Case: mutex.new.type
#include <fearless/fearless.hpp>

namespace subject {
using namespace fearless;

template <class T>
struct mutex : fearless::mutex<T> {
  mutex() : fearless::mutex<T>(T()) {}
};
}  // namespace subject
