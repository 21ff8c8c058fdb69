// SPDX-License-Identifier: MIT
// Claim: A program that accesses the data of a mutex without its lock, before acquiring it or after releasing it, shall
//   be rejected by the ownership check, except for known false negatives.
// Aspect: The guard is used after it was moved.
// Rejected: bugprone-use-after-move
#include <native.hpp>
#include <utility>

void drop(native::mutex_guard<int>) {}

int main() {
  native::mutex<int> count(3);
  auto guard = count.lock().unwrap();

#ifdef ACCEPTED
  *guard += 1;
  drop(std::move(guard));
#else
  drop(std::move(guard));
  *guard += 1;
#endif

  return *count.lock().unwrap() == 4 ? 0 : 1;
}
