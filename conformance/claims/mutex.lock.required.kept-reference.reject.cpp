// SPDX-License-Identifier: MIT
// Claim: A program that accesses the data of a mutex without its lock, before acquiring it or after releasing it, shall
//   be rejected by the ownership check, except for known false negatives.
// Aspect: A reference to the data outlives a temporary guard.
// Rejected: -Wdangling
#include <native.hpp>

int main() {
  native::mutex<int> count(3);

#ifdef ACCEPTED
  auto guard = count.lock().unwrap();
  int& inside = *guard;
#else
  int& inside = *count.lock().unwrap();
#endif
  inside += 1;

  return inside == 4 ? 0 : 1;
}
