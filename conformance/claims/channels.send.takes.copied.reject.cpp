// SPDX-License-Identifier: MIT
// Claim: send shall take the value itself, not a copy of it or a reference to it. A program that passes a value to send
//   without moving it is rejected by the ownership check.
// Aspect: The value is passed to `send` without being moved.
// Rejected: fearless[value-not-moved]
#include <native.hpp>
#include <utility>
#include <vector>

int main() {
  auto [tx, rx] = native::channel<std::vector<int>>();
  std::vector<int> primes{2, 3, 5, 7};

#ifdef ACCEPTED
  tx.send(std::move(primes)).unwrap();
#else
  tx.send(primes).unwrap();
#endif

  return rx.recv().unwrap().size() == 4 ? 0 : 1;
}
