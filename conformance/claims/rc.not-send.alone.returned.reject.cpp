// SPDX-License-Identifier: MIT
// Claim: A program that gives an Rc, or its weak owner, to another thread as an argument or as a result shall be
//   rejected by the ownership check, with a message that names the type and says that it is not sendable.
// Aspect: The Rc is the result of a thread.
// Rejected: fearless[result-not-send]
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
  auto maker = native::spawn(make);

  return *std::move(maker).join().unwrap() == 4 ? 0 : 1;
}
