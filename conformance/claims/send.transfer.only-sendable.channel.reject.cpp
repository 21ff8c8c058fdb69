// SPDX-License-Identifier: MIT
// Claim: A program in which a value that is not sendable goes to another thread shall be rejected by the ownership
//   check: in a closure, as a result, or through an end of a channel.
// Aspect: The value that is not sendable would be the message of a receiver that moves to a thread.
// Rejected: fearless[value-not-send]
#include <memory>
#include <native.hpp>
#include <utility>

struct note {
  int number;
#ifdef ACCEPTED
  std::unique_ptr<int> amount;
#else
  int* amount;
#endif
};

int main() {
  auto [tx, rx] = native::channel<note>();
  auto amount = std::make_unique<int>(4);

#ifdef ACCEPTED
  tx.send(note{1, std::move(amount)}).unwrap();
#else
  tx.send(note{1, amount.get()}).unwrap();
#endif
  auto reader = native::spawn(
      [](native::receiver<note> mine) {
        const note read = mine.recv().unwrap();
        return read.number + *read.amount;
      },
      std::move(rx));

  return std::move(reader).join().unwrap() == 5 ? 0 : 1;
}
