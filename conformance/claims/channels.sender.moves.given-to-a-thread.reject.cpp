// SPDX-License-Identifier: MIT
// Rejected: bugprone-use-after-move
#include <subject.hpp>
#include <utility>

int main() {
  auto [tx, rx] = subject::channel<int>();

#ifdef ACCEPTED
  tx.send(4).unwrap();
#endif
  auto producer = subject::spawn([](subject::sender<int> mine) { mine.send(4).unwrap(); }, std::move(tx));
#ifndef ACCEPTED
  tx.send(4).unwrap();
#endif

  std::move(producer).join().unwrap();
  return rx.recv().unwrap() + rx.recv().unwrap() == 8 ? 0 : 1;
}
