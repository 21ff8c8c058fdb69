// SPDX-License-Identifier: MIT
// Claim: A program in which a spawner uses a value by its old name, after the value was moved into a closure, shall be
//   rejected by the ownership check, except for known false negatives.
// Aspect: The value was moved into a capture of a closure.
// Rejected: bugprone-use-after-move
#include <native.hpp>
#include <utility>
#include <vector>

int main() {
  std::vector<int> primes{2, 3, 5, 7};

  auto count = [mine = std::move(primes)] { return mine.size(); };
#ifdef ACCEPTED
  auto reader = native::spawn([](std::size_t mine) { return mine; }, count());
#else
  auto reader = native::spawn([](std::size_t mine) { return mine; }, primes.size());
#endif

  return std::move(reader).join().unwrap() == 4 ? 0 : 1;
}
