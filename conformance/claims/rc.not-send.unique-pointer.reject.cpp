// SPDX-License-Identifier: MIT
// Rejected: fearless[value-not-send]
#include <memory>
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
  auto reader = subject::spawn([](std::unique_ptr<owner> mine) { return **mine; }, std::make_unique<owner>(make()));

  return std::move(reader).join().unwrap() == 4 ? 0 : 1;
}
