// SPDX-License-Identifier: MIT
// Claim: A channel shall have exactly one receiver. A program that copies or clones it, or uses it after it was moved,
//   is rejected by the ownership check.
// Aspect: The receiver is copied.
// Rejected: fearless[receiver-copied]
#include <native.hpp>
#include <utility>

int main() {
  auto [tx, rx] = native::channel<int>();

#ifdef ACCEPTED
  auto mine = std::move(rx);
#else
  auto mine = rx;
#endif

  tx.send(4).unwrap();
  return mine.recv().unwrap() == 4 ? 0 : 1;
}
