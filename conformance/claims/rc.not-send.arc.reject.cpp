// SPDX-License-Identifier: MIT
// Rejected: fearless[value-not-send]
#include <subject.hpp>
#include <utility>

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

int main() {
  auto reader = subject::spawn([](subject::arc<owner> mine) { return **mine; }, subject::make_arc<owner>(make()));

  return std::move(reader).join().unwrap() == 4 ? 0 : 1;
}
