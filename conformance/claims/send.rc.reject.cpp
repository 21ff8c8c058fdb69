// SPDX-License-Identifier: MIT
// Claim: An Rc and its weak owner shall not be sendable, whatever the type of the value; an Arc of a number is.
// Rejected: fearless[value-not-send]
#include <native.hpp>
#include <utility>

int main() {
#ifdef ACCEPTED
  auto shared = native::make_arc<int>(4);
#else
  auto shared = native::make_rc<int>(4);
#endif

  auto clone = shared.clone();
  auto reader = native::spawn([](auto mine) { return *mine; }, std::move(clone));

  return std::move(reader).join().unwrap() == *shared ? 0 : 1;
}
