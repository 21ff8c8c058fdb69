// SPDX-License-Identifier: MIT
// Claim: A program that gives a value with an Rc inside it to another thread shall be rejected by the ownership check,
//   with a message that says that it is not sendable. The Rc may be at any depth in members, elements, alternatives or
//   closures.
// Aspect: The Rc is in a result.
// Rejected: fearless[value-not-send]
#include <native.hpp>
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

using looked_up = native::result<owner, int>;

int main() {
  auto reader = native::spawn([](looked_up mine) { return *std::move(mine).unwrap(); }, looked_up(make()));

  return std::move(reader).join().unwrap() == 4 ? 0 : 1;
}
