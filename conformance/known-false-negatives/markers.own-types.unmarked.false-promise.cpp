// SPDX-License-Identifier: MIT
// Wrong: the author of a type gives it a marker although it is not safe to move to another thread.
// Seen by: nothing
#include <native.hpp>
#include <utility>

struct note {
  native::rc<int> amount;
};
NATIVE_UNSAFE_SEND(note);

int main() {
  auto amount = native::make_rc<int>(4);

  auto reader = native::spawn([](note mine) { return *mine.amount.clone(); }, note{amount.clone()});
  const int kept = *amount.clone();

  return std::move(reader).join().unwrap() == kept ? 0 : 1;
}
