// SPDX-License-Identifier: MIT
// Shape: an end of a channel is used by the name of the member that it is, after it was moved away by that name.
// Seen by: nothing
#include <subject.hpp>
#include <utility>

int main() {
  auto ends = subject::channel<int>();

  auto producer = subject::spawn([](subject::sender<int> mine) { mine.send(4).unwrap(); }, std::move(ends.tx));
  ends.tx.send(4).unwrap();

  std::move(producer).join().unwrap();
  return ends.rx.recv().unwrap() + ends.rx.recv().unwrap() == 8 ? 0 : 1;
}
