// SPDX-License-Identifier: MIT
// Claim: A program in which a value is used by its old name, after it was sent, shall be rejected by the ownership
//   check, except for known false negatives.
// Aspect: The value is sent twice.
// Rejected: bugprone-use-after-move
#include <native.hpp>
#include <utility>
#include <vector>

int main() {
  auto [tx, rx] = native::channel<std::vector<int>>();
  std::vector<int> primes{2, 3, 5, 7};

  for (int times = 0; times < 2; ++times) {
#ifdef ACCEPTED
    tx.send(std::vector(primes)).unwrap();
#else
    tx.send(std::move(primes)).unwrap();
#endif
  }

  return rx.recv().unwrap() == rx.recv().unwrap() ? 0 : 1;
}
