// SPDX-License-Identifier: MIT
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
