// SPDX-License-Identifier: MIT
// Claim: A closure shall have access to a value of its spawner if, and only if, it captures the value. A use without a
//   capture is rejected by the ownership check.
// Rejected: fearless[body-arguments]
#include <native.hpp>
#include <utility>
#include <vector>

int main() {
  std::vector<int> primes{2, 3, 5, 7};

#ifdef ACCEPTED
  auto reader = native::spawn([](std::vector<int> mine) { return mine.size(); }, std::move(primes));
#else
  auto reader = native::spawn([](std::vector<int> mine) { return mine.size(); });
#endif

  return std::move(reader).join().unwrap() == 4 ? 0 : 1;
}
