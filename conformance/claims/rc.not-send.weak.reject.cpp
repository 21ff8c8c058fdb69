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

using weak = decltype(make().downgrade());

int main() {
  const owner shared = make();

  auto reader = subject::spawn([](weak mine) { return *mine.upgrade().value(); }, shared.downgrade());

  return std::move(reader).join().unwrap() == *shared ? 0 : 1;
}
