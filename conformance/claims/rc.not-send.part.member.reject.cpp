// SPDX-License-Identifier: MIT
// Claim: A program that gives a value with an Rc inside it to another thread shall be rejected by the ownership check,
//   with a message that says that it is not sendable. The Rc may be at any depth in members, elements, alternatives or
//   closures.
// Aspect: The Rc is a member of a class.
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

struct labelled {
  std::string label;
  owner shared;
};

int main() {
  auto reader = native::spawn([](labelled mine) { return *mine.shared; }, labelled{"four", make()});

  return std::move(reader).join().unwrap() == 4 ? 0 : 1;
}
