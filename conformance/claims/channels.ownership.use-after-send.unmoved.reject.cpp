// SPDX-License-Identifier: MIT
// Claim: A program in which a value is used by its old name, after it was sent, shall be rejected by the ownership
//   check, except for known false negatives.
// Aspect: The value is passed to `send` without being moved.
// Rejected: fearless[value-not-moved]
#include <native.hpp>
#include <utility>
#include <vector>

int main() {
  auto [tx, rx] = native::channel<std::vector<int>>();
  std::vector<int> primes{2, 3, 5, 7};

#ifdef ACCEPTED
  tx.send(std::vector(primes)).unwrap();
#else
  tx.send(primes).unwrap();
#endif
  primes.push_back(11);

  return rx.recv().unwrap().size() + 1 == primes.size() ? 0 : 1;
}
