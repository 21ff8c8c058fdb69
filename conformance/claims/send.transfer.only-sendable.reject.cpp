// SPDX-License-Identifier: MIT
// Claim: A program in which a value that is not sendable goes to another thread shall be rejected by the ownership
//   check: in a closure, as a result, or through an end of a channel.
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
  auto amount = std::make_unique<int>(4);

#ifdef ACCEPTED
  note written{1, std::move(amount)};
#else
  note written{1, amount.get()};
#endif
  auto reader = native::spawn([](note mine) { return mine.number + *mine.amount; }, std::move(written));

  return std::move(reader).join().unwrap() == 5 ? 0 : 1;
}
