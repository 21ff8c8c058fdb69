// SPDX-License-Identifier: MIT
// Claim: A program in which a spawner uses a value by its old name, after the value was moved into a closure, shall be
//   rejected by the ownership check, except for known false negatives.
// Rejected: bugprone-use-after-move
#include <native.hpp>
#include <utility>
#include <vector>

int main() {
  std::vector<int> primes{2, 3, 5, 7};

#ifdef ACCEPTED
  const auto kept = primes.size();
  auto reader = native::spawn([](std::vector<int> mine) { return mine.size(); }, std::move(primes));
#else
  auto reader = native::spawn([](std::vector<int> mine) { return mine.size(); }, std::move(primes));
  const auto kept = primes.size();
#endif

  return std::move(reader).join().unwrap() == kept ? 0 : 1;
}
