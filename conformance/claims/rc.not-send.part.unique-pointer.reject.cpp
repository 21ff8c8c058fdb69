// SPDX-License-Identifier: MIT
// Aspect: The Rc is owned by a unique pointer.
// Rejected: fearless[value-not-send]
#include <memory>
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

int main() {
  auto reader = native::spawn([](std::unique_ptr<owner> mine) { return **mine; }, std::make_unique<owner>(make()));

  return std::move(reader).join().unwrap() == 4 ? 0 : 1;
}
