// SPDX-License-Identifier: MIT
// Rejected: -Wconsumed
#include <subject.hpp>
#include <utility>

int main() {
  auto [tx, rx] = subject::channel<int>();
  subject::receiver<int> only = std::move(rx);

  auto consumer = subject::spawn([](subject::receiver<int> mine) { return mine.recv().unwrap(); }, std::move(only));
  tx.send(4).unwrap();

#ifdef ACCEPTED
  return std::move(consumer).join().unwrap() == 4 ? 0 : 1;
#else
  return only.recv().unwrap() == 4 ? 0 : 1;
#endif
}
