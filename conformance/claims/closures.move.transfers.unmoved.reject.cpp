// SPDX-License-Identifier: MIT
// Claim: A program that passes a value of the spawner to a spawned closure without moving it shall be rejected by the
//   ownership check.
// Rejected: fearless[value-not-moved]
#include <native.hpp>
#include <utility>
#include <vector>

int main() {
  std::vector<int> primes{2, 3, 5, 7};

#ifdef ACCEPTED
  auto reader = native::spawn([](std::vector<int> mine) { return mine.size(); }, std::move(primes));
#else
  auto reader = native::spawn([](std::vector<int> mine) { return mine.size(); }, primes);
#endif

  return std::move(reader).join().unwrap() == 4 ? 0 : 1;
}
