// SPDX-License-Identifier: MIT
// Claim: A program that copies a sender, or uses it after it was moved, shall be rejected by the ownership check,
//   except for known false negatives.
// Aspect: The sender is used after it was moved to another thread.
// Rejected: bugprone-use-after-move
#include <native.hpp>
#include <utility>

int main() {
  auto [tx, rx] = native::channel<int>();

#ifdef ACCEPTED
  tx.send(4).unwrap();
#endif
  auto producer = native::spawn([](native::sender<int> mine) { mine.send(4).unwrap(); }, std::move(tx));
#ifndef ACCEPTED
  tx.send(4).unwrap();
#endif

  std::move(producer).join().unwrap();
  return rx.recv().unwrap() + rx.recv().unwrap() == 8 ? 0 : 1;
}
