// SPDX-License-Identifier: MIT
// Mutant: a mutex borrows its value.
// Breaks: mutex.new
// Verdict: FAIL
// Case: mutex.new.type
#include <fearless/fearless.hpp>

namespace native {
using namespace fearless;

template <class T>
struct mutex {
  explicit mutex(T& kept) : guarded(&kept) {}
  [[nodiscard]] auto lock() const { return guarded.lock(); }
  fearless::mutex<T*> guarded;
};
}  // namespace native
