// SPDX-License-Identifier: MIT
// Rejected: -Wconsumed
#include <subject.hpp>
#include <utility>

int main() {
  auto [tx, rx] = subject::channel<int>();
  auto second = tx.clone();

  auto producer = subject::spawn([](subject::sender<int> mine) { mine.send(4).unwrap(); }, std::move(second));
#ifdef ACCEPTED
  tx.send(4).unwrap();
#else
  second.send(4).unwrap();
#endif

  std::move(producer).join().unwrap();
  return rx.recv().unwrap() + rx.recv().unwrap() == 8 ? 0 : 1;
}
