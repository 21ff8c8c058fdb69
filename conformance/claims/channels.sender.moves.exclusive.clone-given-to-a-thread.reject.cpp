// SPDX-License-Identifier: MIT
// Claim: A program that copies a sender, or uses it after it was moved, shall be rejected by the ownership check,
//   except for known false negatives.
// Aspect: A clone is used after it was moved to another thread.
// Rejected: -Wconsumed
#include <native.hpp>
#include <utility>

int main() {
  auto [tx, rx] = native::channel<int>();
  auto second = tx.clone();

  auto producer = native::spawn([](native::sender<int> mine) { mine.send(4).unwrap(); }, std::move(second));
#ifdef ACCEPTED
  tx.send(4).unwrap();
#else
  second.send(4).unwrap();
#endif

  std::move(producer).join().unwrap();
  return rx.recv().unwrap() + rx.recv().unwrap() == 8 ? 0 : 1;
}
