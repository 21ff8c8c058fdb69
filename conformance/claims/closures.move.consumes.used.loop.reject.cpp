// SPDX-License-Identifier: MIT
// Claim: A program in which a spawner uses a value by its old name, after the value was moved into a closure, shall be
//   rejected by the ownership check, except for known false negatives.
// Aspect: The value is moved again in the next iteration of a loop.
// Rejected: bugprone-use-after-move
#include <native.hpp>
#include <utility>
#include <vector>

int main() {
  std::vector<int> primes{2, 3, 5, 7};

  for (int times = 0; times < 2; ++times) {
#ifdef ACCEPTED
    auto reader = native::spawn([](std::vector<int> mine) { return mine.size(); }, std::vector(primes));
#else
    auto reader = native::spawn([](std::vector<int> mine) { return mine.size(); }, std::move(primes));
#endif
    if (std::move(reader).join().unwrap() != 4) return 1;
  }
  return 0;
}
