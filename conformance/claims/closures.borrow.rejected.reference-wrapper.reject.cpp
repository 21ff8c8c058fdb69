// SPDX-License-Identifier: MIT
// Aspect: A reference to the spawner's variable is passed as an argument with `std::ref`.
// Rejected: fearless[value-borrows]
#include <functional>
#include <native.hpp>
#include <utility>
#include <vector>

int main() {
  std::vector<int> primes{2, 3, 5, 7};

#ifdef ACCEPTED
  auto reader = native::spawn([](std::vector<int> mine) { return mine.size(); }, std::move(primes));
#else
  auto reader = native::spawn([](std::vector<int>& borrowed) { return borrowed.size(); }, std::ref(primes));
#endif

  return std::move(reader).join().unwrap() == 4 ? 0 : 1;
}
