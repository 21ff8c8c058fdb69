// SPDX-License-Identifier: MIT
// Claim: A program in which a spawner uses a value by its old name, after the value was moved into a closure, shall be
//   rejected by the ownership check, except for known false negatives.
// Aspect: The value is a parameter of a function.
// Rejected: bugprone-use-after-move
#include <native.hpp>
#include <utility>
#include <vector>

bool count_elsewhere(std::vector<int> primes) {
#ifdef ACCEPTED
  const auto kept = primes.size();
#endif
  auto reader = native::spawn([](std::vector<int> mine) { return mine.size(); }, std::move(primes));
#ifndef ACCEPTED
  const auto kept = primes.size();
#endif
  return std::move(reader).join().unwrap() == kept;
}

int main() {
  return count_elsewhere({2, 3, 5, 7}) ? 0 : 1;
}
