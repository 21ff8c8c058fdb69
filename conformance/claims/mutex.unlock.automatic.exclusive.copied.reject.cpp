// SPDX-License-Identifier: MIT
// Claim: A program that copies a guard, uses it after it was moved, gives it to another thread, or shares it with one
//   although its data is not shareable, shall be rejected by the ownership check, except for known false negatives.
// Aspect: The guard is copied.
// Rejected: fearless[guard-copied]
#include <native.hpp>
#include <utility>

int main() {
  native::mutex<int> count(4);
  auto guard = count.lock().unwrap();

#ifdef ACCEPTED
  auto mine = std::move(guard);
#else
  auto mine = guard;
#endif

  return *mine == 4 ? 0 : 1;
}
