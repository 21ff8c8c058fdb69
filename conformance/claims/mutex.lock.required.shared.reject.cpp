// SPDX-License-Identifier: MIT
// Claim: A program that accesses the data of a mutex without its lock, before acquiring it or after releasing it, shall
//   be rejected by the ownership check, except for known false negatives.
// Aspect: The mutex is shared by an Arc.
// Rejected: fearless[not-locked]
#include <native.hpp>

int main() {
  const auto count = native::make_arc<native::mutex<int>>(4);

#ifdef ACCEPTED
  return *count->lock().unwrap() == 4 ? 0 : 1;
#else
  return **count == 4 ? 0 : 1;
#endif
}
