// SPDX-License-Identifier: MIT
// Claim: A program in which a spawner uses a value by its old name, after the value was moved into a closure, shall be
//   rejected by the ownership check, except for known false negatives.
// Aspect: The value was moved in a branch that may have been taken.
// Rejected: bugprone-use-after-move
#include <native.hpp>
#include <utility>
#include <vector>

std::size_t count(std::vector<int> primes, bool elsewhere) {
  if (elsewhere) {
    auto reader = native::spawn([](std::vector<int> mine) { return mine.size(); }, std::move(primes));
#ifdef ACCEPTED
    return std::move(reader).join().unwrap();
#else
    std::move(reader).join().unwrap();
#endif
  }
  return primes.size();
}

int main() {
  return count({2, 3, 5, 7}, true) == 4 ? 0 : 1;
}
