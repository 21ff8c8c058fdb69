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

/// A pointer of the program's own, which shares what it points to.
struct handle {
  owner shared;
  const int& operator*() const { return *shared; }
};

int main() {
  auto reader = subject::spawn([](handle mine) { return *mine; }, handle{make()});

  return std::move(reader).join().unwrap() == 4 ? 0 : 1;
}
