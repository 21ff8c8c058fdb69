// SPDX-License-Identifier: MIT
// Aspect: The owner is copied.
// Rejected: fearless[owner-copied]
#include <native.hpp>

int main() {
  auto first = native::make_rc<int>(4);

#ifdef ACCEPTED
  auto second = first.clone();
#else
  auto second = first;
#endif

  return *second == 4 ? 0 : 1;
}
