// SPDX-License-Identifier: MIT
// Claim: A program in which a spawner drops a value, after the value was moved into a closure, shall be rejected by the
//   ownership check, except for known false negatives.
// Rejected: bugprone-use-after-move
#include <native.hpp>
#include <utility>
#include <vector>

void drop(std::vector<int>) {}

int main() {
  std::vector<int> primes{2, 3, 5, 7};

  auto reader = native::spawn([](std::vector<int> mine) { return mine.size(); }, std::move(primes));
#ifndef ACCEPTED
  drop(std::move(primes));
#endif

  return std::move(reader).join().unwrap() == 4 ? 0 : 1;
}
