// SPDX-License-Identifier: MIT
// Claim: A closure that borrows a value shall be rejected by the ownership check, with the same message, if the spawner
//   drops the value before it joins.
// Rejected: fearless[closure-borrows]
#include <memory>
#include <native.hpp>
#include <utility>
#include <vector>

int main() {
  auto primes = std::make_unique<std::vector<int>>(std::vector{2, 3, 5, 7});

#ifdef ACCEPTED
  auto reader = native::spawn([](std::vector<int> mine) { return mine.size(); }, std::vector(*primes));
#else
  auto reader = native::spawn([&borrowed = *primes] { return borrowed.size(); });
#endif
  primes.reset();

  return std::move(reader).join().unwrap() == 4 ? 0 : 1;
}
