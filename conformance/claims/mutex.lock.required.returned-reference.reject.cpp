// SPDX-License-Identifier: MIT
// Claim: A program that accesses the data of a mutex without its lock, before acquiring it or after releasing it, shall
//   be rejected by the ownership check, except for known false negatives.
// Aspect: A function returns a reference to the data, and its guard ends with it.
// Rejected: -Wreturn-stack-address
#include <native.hpp>

#ifdef ACCEPTED
int inside_of(const native::mutex<int>& count) {
#else
int& inside_of(const native::mutex<int>& count) {
#endif
  auto guard = count.lock().unwrap();
  return *guard;
}

int main() {
  native::mutex<int> count(4);

  return inside_of(count) == 4 ? 0 : 1;
}
