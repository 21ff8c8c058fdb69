// SPDX-License-Identifier: MIT
// Claim: A program in which a spawner uses a value by its old name, after the value was moved into a closure, shall be
//   rejected by the ownership check, except for known false negatives.
// Aspect: The spawner is itself a spawned closure.
// Rejected: bugprone-use-after-move
#include <native.hpp>
#include <utility>
#include <vector>

int main() {
  auto outer = native::spawn(
      [](std::vector<int> primes) {
#ifdef ACCEPTED
        const auto kept = primes.size();
#endif
        auto inner = native::spawn([](std::vector<int> mine) { return mine.size(); }, std::move(primes));
#ifndef ACCEPTED
        const auto kept = primes.size();
#endif
        return std::move(inner).join().unwrap() == kept;
      },
      std::vector{2, 3, 5, 7});

  return std::move(outer).join().unwrap() ? 0 : 1;
}
