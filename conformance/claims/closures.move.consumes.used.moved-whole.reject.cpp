// SPDX-License-Identifier: MIT
// Claim: A program in which a spawner uses a value by its old name, after the value was moved into a closure, shall be
//   rejected by the ownership check, except for known false negatives.
// Aspect: A member is used after the whole variable was moved.
// Rejected: bugprone-use-after-move
#include <native.hpp>
#include <utility>
#include <vector>

struct shelf {
  std::vector<int> primes;
};

int main() {
  shelf own{{2, 3, 5, 7}};

#ifdef ACCEPTED
  const auto kept = own.primes.size();
#endif
  auto reader = native::spawn([](shelf mine) { return mine.primes.size(); }, std::move(own));
#ifndef ACCEPTED
  const auto kept = own.primes.size();
#endif

  return std::move(reader).join().unwrap() == kept ? 0 : 1;
}
