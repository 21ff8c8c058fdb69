// SPDX-License-Identifier: MIT
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
