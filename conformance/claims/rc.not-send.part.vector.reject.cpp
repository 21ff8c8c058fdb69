// SPDX-License-Identifier: MIT
// Aspect: The Rc is an element of a vector.
// Rejected: fearless[value-not-send]
#include <native.hpp>
#include <utility>
#include <vector>

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
  std::vector<owner> shared;
  shared.push_back(make());

  auto reader = native::spawn([](std::vector<owner> mine) { return *mine.front(); }, std::move(shared));

  return std::move(reader).join().unwrap() == 4 ? 0 : 1;
}
