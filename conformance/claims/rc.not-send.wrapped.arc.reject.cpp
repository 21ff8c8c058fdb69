// SPDX-License-Identifier: MIT
// Claim: A program that gives an Arc, a mutex or an end of a channel to another thread shall be rejected by the
//   ownership check if an Rc is its value, its data or its message.
// Aspect: The Rc is the value of an Arc.
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

int main() {
  auto reader = native::spawn([](native::arc<owner> mine) { return **mine; }, native::make_arc<owner>(make()));

  return std::move(reader).join().unwrap() == 4 ? 0 : 1;
}
