// SPDX-License-Identifier: MIT
// Rejected: fearless[value-not-send] (E0277)
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
  const owner shared = make();

  auto reader = native::spawn([](owner mine) { return *mine; }, shared.clone());

  return std::move(reader).join().unwrap() == *shared ? 0 : 1;
}
