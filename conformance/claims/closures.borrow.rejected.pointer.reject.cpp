// SPDX-License-Identifier: MIT
// Claim: A closure that borrows from the function that spawns it shall be rejected by the ownership check, with a
//   message that the closure may outlive what it borrows and how to correct the program.
// Aspect: A pointer to the spawner's variable is passed as an argument.
// Rejected: fearless[value-borrows]
#include <native.hpp>
#include <utility>
#include <vector>

int main() {
  std::vector<int> primes{2, 3, 5, 7};

#ifdef ACCEPTED
  auto reader = native::spawn([](std::vector<int> mine) { return mine.size(); }, std::move(primes));
#else
  auto reader = native::spawn([](std::vector<int>* borrowed) { return borrowed->size(); }, &primes);
#endif

  return std::move(reader).join().unwrap() == 4 ? 0 : 1;
}
