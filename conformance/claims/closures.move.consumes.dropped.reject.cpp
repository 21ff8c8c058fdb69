// SPDX-License-Identifier: MIT
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
