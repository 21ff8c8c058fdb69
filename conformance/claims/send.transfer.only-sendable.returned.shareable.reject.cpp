// SPDX-License-Identifier: MIT
// Claim: A program in which a value that is not sendable goes to another thread shall be rejected by the ownership
//   check: in a closure, as a result, or through an end of a channel.
// Aspect: The result of the thread is only shareable, and that of the twin only sendable.
// Rejected: fearless[result-not-send]
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
  auto writer = native::spawn([] { return note(4); });

  return std::move(writer).join().unwrap().amount() == 4 ? 0 : 1;
}
