// SPDX-License-Identifier: MIT
// Rejected: fearless[closure-borrows] (E0373): closure may outlive the current function
#include <native.hpp>
#include <utility>
#include <vector>

int main() {
  std::vector<int> primes{2, 3, 5, 7};

#ifdef ACCEPTED
  auto reader = native::spawn([](std::vector<int> mine) { return mine.size(); }, std::move(primes));
#else
  auto reader = native::spawn([&primes] { return primes.size(); });
#endif

  return std::move(reader).join().unwrap() == 4 ? 0 : 1;
}
