// SPDX-License-Identifier: MIT
// Aspect: The Rc is in an optional value.
// Rejected: fearless[value-not-send]
#include <native.hpp>
#include <optional>
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
  auto reader = native::spawn([](std::optional<owner> mine) { return **mine; }, std::optional(make()));

  return std::move(reader).join().unwrap() == 4 ? 0 : 1;
}
