// SPDX-License-Identifier: MIT
// Claim: A program in which a spawner uses a value by its old name, after the value was moved into a closure, shall be
//   rejected by the ownership check, except for known false negatives.
// Aspect: The value is moved into a second thread.
// Rejected: bugprone-use-after-move
#include <native.hpp>
#include <utility>
#include <vector>

std::size_t count(std::vector<int> mine) {
  return mine.size();
}

int main() {
  std::vector<int> primes{2, 3, 5, 7};

#ifdef ACCEPTED
  auto first = native::spawn(count, std::vector(primes));
#else
  auto first = native::spawn(count, std::move(primes));
#endif
  auto second = native::spawn(count, std::move(primes));

  return std::move(first).join().unwrap() == std::move(second).join().unwrap() ? 0 : 1;
}
