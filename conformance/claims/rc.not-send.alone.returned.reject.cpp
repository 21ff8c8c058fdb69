// SPDX-License-Identifier: MIT
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
