// SPDX-License-Identifier: MIT
// Claim: A program that gives a value with an Rc inside it to another thread shall be rejected by the ownership check,
//   with a message that says that it is not sendable. The Rc may be at any depth in members, elements, alternatives or
//   closures.
// Aspect: The Rc is in a closure within a closure.
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

/// Closures as function objects, since the parts of a lambda are not visible to the library.
struct value_of {
  owner shared;
  int operator()() const { return *shared; }
};
template <class F>
struct doubled {
  F number;
  int operator()() const { return number() * 2; }
};

int main() {
  auto reader = native::spawn([](doubled<value_of> mine) { return mine(); }, doubled{value_of{make()}});

  return std::move(reader).join().unwrap() == 8 ? 0 : 1;
}
