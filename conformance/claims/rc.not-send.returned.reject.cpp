// SPDX-License-Identifier: MIT
// Rejected: fearless[result-not-send]
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
  auto maker = subject::spawn(make);

  return *std::move(maker).join().unwrap() == 4 ? 0 : 1;
}
