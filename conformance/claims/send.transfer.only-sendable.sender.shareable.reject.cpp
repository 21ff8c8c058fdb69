// SPDX-License-Identifier: MIT
// Claim: A program in which a value that is not sendable goes to another thread shall be rejected by the ownership
//   check: in a closure, as a result, or through an end of a channel.
// Aspect: The messages of a sender that moves to a thread are only shareable, and those of the twin only sendable.
// Rejected: fearless[value-not-send]
#include <native.hpp>
#include <utility>

class note {
 public:
  explicit note(int amount) : amount_(amount) {}
  [[nodiscard]] int amount() const { return amount_; }

 private:
  int amount_;
};
#ifdef ACCEPTED
NATIVE_UNSAFE_SEND(note);
#else
NATIVE_UNSAFE_SYNC(note);
#endif

int main() {
  auto [tx, rx] = native::channel<note>();

  auto writer = native::spawn([](native::sender<note> mine) { mine.send(note(4)).unwrap(); }, std::move(tx));

  const note read = rx.recv().unwrap();
  std::move(writer).join().unwrap();
  return read.amount() == 4 ? 0 : 1;
}
