// SPDX-License-Identifier: MIT
// Claim: A program that copies a sender, or uses it after it was moved, shall be rejected by the ownership check,
//   except for known false negatives.
// Aspect: The sender is copied.
// Rejected: fearless[sender-copied]
#include <native.hpp>
#include <utility>

int main() {
  auto [tx, rx] = native::channel<int>();

#ifdef ACCEPTED
  auto mine = std::move(tx);
#else
  auto mine = tx;
#endif

  mine.send(4).unwrap();
  return rx.recv().unwrap() == 4 ? 0 : 1;
}
