// SPDX-License-Identifier: MIT
// Claim: A program that copies a guard, uses it after it was moved, gives it to another thread, or shares it with one
//   although its data is not shareable, shall be rejected by the ownership check, except for known false negatives.
// Aspect: The guard is dropped twice.
// Rejected: bugprone-use-after-move
#include <native.hpp>
#include <utility>

void drop(native::mutex_guard<int>) {}

int main() {
  native::mutex<int> count(4);
  auto guard = count.lock().unwrap();

  drop(std::move(guard));
#ifndef ACCEPTED
  drop(std::move(guard));
#endif

  return *count.lock().unwrap() == 4 ? 0 : 1;
}
