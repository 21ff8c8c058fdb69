// SPDX-License-Identifier: MIT
// Rejected: fearless[value-not-send] (E0277)
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
  const owner shared = make();

  auto reader = subject::spawn([](owner mine) { return *mine; }, shared.clone());

  return std::move(reader).join().unwrap() == *shared ? 0 : 1;
}
