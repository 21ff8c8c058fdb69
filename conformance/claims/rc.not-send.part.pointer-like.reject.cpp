// SPDX-License-Identifier: MIT
// Rejected: fearless[value-not-send]
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

/// A pointer of the program's own, which shares what it points to.
struct handle {
  owner shared;
  const int& operator*() const { return *shared; }
};

int main() {
  auto reader = native::spawn([](handle mine) { return *mine; }, handle{make()});

  return std::move(reader).join().unwrap() == 4 ? 0 : 1;
}
