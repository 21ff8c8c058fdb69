// SPDX-License-Identifier: MIT
// Claim: A program that accesses the data of a mutex without its lock, before acquiring it or after releasing it, shall
//   be rejected by the ownership check, except for known false negatives.
// Rejected: fearless[not-locked]
#include <native.hpp>

int main() {
  native::mutex<int> count(3);

#ifdef ACCEPTED
  *count.lock().unwrap() += 1;
#else
  *count += 1;
#endif

  return *count.lock().unwrap() == 4 ? 0 : 1;
}
