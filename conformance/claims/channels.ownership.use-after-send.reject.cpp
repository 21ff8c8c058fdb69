// SPDX-License-Identifier: MIT
// Claim: A program in which a value is used by its old name, after it was sent, shall be rejected by the ownership
//   check, except for known false negatives.
// Rejected: bugprone-use-after-move
#include <native.hpp>
#include <utility>
#include <vector>

int main() {
  auto [tx, rx] = native::channel<std::vector<int>>();
  std::vector<int> primes{2, 3, 5, 7};

#ifdef ACCEPTED
  const auto kept = primes.size();
  tx.send(std::move(primes)).unwrap();
#else
  tx.send(std::move(primes)).unwrap();
  const auto kept = primes.size();
#endif

  return rx.recv().unwrap().size() == kept ? 0 : 1;
}
