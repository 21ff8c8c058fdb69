// SPDX-License-Identifier: MIT
// Claim: A channel shall have exactly one receiver. A program that copies or clones it, or uses it after it was moved,
//   is rejected by the ownership check.
// Aspect: The receiver is cloned.
// Rejected: fearless[receiver-cloned]
#include <native.hpp>
#include <utility>

int main() {
  auto [tx, rx] = native::channel<int>();

#ifdef ACCEPTED
  auto second = tx.clone();
#else
  auto second = rx.clone();
#endif

  tx.send(4).unwrap();
  return rx.recv().unwrap() == 4 ? 0 : 1;
}
