// SPDX-License-Identifier: MIT
// Claim: A program that gives a value with an Rc inside it to another thread shall be rejected by the ownership check,
//   with a message that says that it is not sendable. The Rc may be at any depth in members, elements, alternatives or
//   closures.
// Aspect: The Rc is an alternative of a variant.
// Rejected: fearless[value-not-send]
#include <native.hpp>
#include <utility>
#include <variant>

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

using number = std::variant<int, owner>;

int main() {
  auto reader = native::spawn([](number mine) { return *std::get<owner>(mine); }, number(make()));

  return std::move(reader).join().unwrap() == 4 ? 0 : 1;
}
