// SPDX-License-Identifier: MIT
// Claim: A clone of an Rc, and nothing else, shall add one to the reference count, and each drop subtract one. The drop
//   that leaves no owner, and no other, drops the value, exactly once.
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
