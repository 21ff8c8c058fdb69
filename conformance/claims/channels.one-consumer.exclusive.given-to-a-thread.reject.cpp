// SPDX-License-Identifier: MIT
// Claim: A channel shall have exactly one receiver. A program that copies or clones it, or uses it after it was moved,
//   is rejected by the ownership check.
// Aspect: The receiver is used after it was moved to another thread.
// Rejected: -Wconsumed
#include <native.hpp>
#include <utility>

int main() {
  auto [tx, rx] = native::channel<int>();
  native::receiver<int> only = std::move(rx);

  auto consumer = native::spawn([](native::receiver<int> mine) { return mine.recv().unwrap(); }, std::move(only));
  tx.send(4).unwrap();

#ifdef ACCEPTED
  return std::move(consumer).join().unwrap() == 4 ? 0 : 1;
#else
  return only.recv().unwrap() == 4 ? 0 : 1;
#endif
}
