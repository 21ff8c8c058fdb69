// SPDX-License-Identifier: MIT
// Rejected: fearless[value-not-send]
#include <subject.hpp>
#include <utility>
#include <variant>

#ifdef ACCEPTED
using owner = subject::arc<int>;
owner make() {
  return subject::make_arc<int>(4);
}
#else
using owner = subject::rc<int>;
owner make() {
  return subject::make_rc<int>(4);
}
#endif

using number = std::variant<int, owner>;

int main() {
  auto reader = subject::spawn([](number mine) { return *std::get<owner>(mine); }, number(make()));

  return std::move(reader).join().unwrap() == 4 ? 0 : 1;
}
