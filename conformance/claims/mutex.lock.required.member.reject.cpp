// SPDX-License-Identifier: MIT
// Claim: A program that accesses the data of a mutex without its lock, before acquiring it or after releasing it, shall
//   be rejected by the ownership check, except for known false negatives.
// Aspect: A member of the data is used through the mutex itself.
// Rejected: fearless[not-locked]
#include <native.hpp>
#include <vector>

int main() {
  native::mutex<std::vector<int>> primes(std::vector{2, 3, 5, 7});

#ifdef ACCEPTED
  return primes.lock().unwrap()->size() == 4 ? 0 : 1;
#else
  return primes->size() == 4 ? 0 : 1;
#endif
}
