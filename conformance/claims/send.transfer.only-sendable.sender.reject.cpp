// SPDX-License-Identifier: MIT
// Claim: A program in which a value that is not sendable goes to another thread shall be rejected by the ownership
//   check: in a closure, as a result, or through an end of a channel.
// Aspect: The value that is not sendable would be the message of a sender that moves to a thread.
// Rejected: fearless[value-not-send]
#include <memory>
#include <native.hpp>
#include <utility>

struct note {
  int number;
#ifdef ACCEPTED
  std::unique_ptr<const int> amount;
#else
  const int* amount;
#endif
};

#ifdef ACCEPTED
note written() {
  return {1, std::make_unique<int>(4)};
}
#else
note written() {
  static const int amount = 4;
  return {1, &amount};
}
#endif

int main() {
  auto [tx, rx] = native::channel<note>();

  auto writer = native::spawn([](native::sender<note> mine) { mine.send(written()).unwrap(); }, std::move(tx));

  const note read = rx.recv().unwrap();
  std::move(writer).join().unwrap();
  return read.number + *read.amount == 5 ? 0 : 1;
}
