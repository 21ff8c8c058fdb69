// SPDX-License-Identifier: MIT
// Claim: A program that gives an Rc, or its weak owner, to another thread as an argument or as a result shall be
//   rejected by the ownership check, with a message that names the type and says that it is not sendable.
// Aspect: The value is a weak owner.
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

using weak = decltype(make().downgrade());

int main() {
  const owner shared = make();

  auto reader = native::spawn([](weak mine) { return *mine.upgrade().value(); }, shared.downgrade());

  return std::move(reader).join().unwrap() == *shared ? 0 : 1;
}
