// SPDX-License-Identifier: MIT
// Wrong: an end of a channel that is a member is used after it was moved away.
// Seen by: nothing
#include <native.hpp>
#include <utility>

int main() {
  auto ends = native::channel<int>();

  auto producer = native::spawn([](native::sender<int> mine) { mine.send(4).unwrap(); }, std::move(ends.tx));
  ends.tx.send(4).unwrap();

  std::move(producer).join().unwrap();
  return ends.rx.recv().unwrap() + ends.rx.recv().unwrap() == 8 ? 0 : 1;
}
