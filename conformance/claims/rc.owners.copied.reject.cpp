// SPDX-License-Identifier: MIT
// Rejected: fearless[owner-copied]
#include <subject.hpp>

int main() {
  auto first = subject::make_rc<int>(4);

#ifdef ACCEPTED
  auto second = first.clone();
#else
  auto second = first;
#endif

  return *second == 4 ? 0 : 1;
}
