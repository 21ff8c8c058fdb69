// SPDX-License-Identifier: MIT
// Claim: A program that gives a value with an Rc inside it to another thread shall be rejected by the ownership check,
//   with a message that says that it is not sendable. The Rc may be at any depth in members, elements, alternatives or
//   closures.
// Aspect: The Rc is in a base class.
// Rejected: fearless[value-not-send]
#include <native.hpp>
#include <string>
#include <utility>

#ifdef ACCEPTED
using owner = native::arc<int>;
owner make() {
  return native::make_arc<int>(4);
}
#else
using owner = native::rc<int>;
owner make() {
  return native::make_rc<int>(4);
}
#endif

struct shared_number {
  owner shared;
};
#ifdef ACCEPTED
struct labelled {
  shared_number number;
  std::string label;
};
int value_of(const labelled& mine) {
  return *mine.number.shared;
}
#else
struct labelled : shared_number {
  std::string label;
};
int value_of(const labelled& mine) {
  return *mine.shared;
}
#endif

int main() {
  auto reader = native::spawn([](labelled mine) { return value_of(mine); }, labelled{{make()}, "four"});

  return std::move(reader).join().unwrap() == 4 ? 0 : 1;
}
