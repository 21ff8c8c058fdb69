// SPDX-License-Identifier: MIT
// Claim: A clone of an Rc, and nothing else, shall add one to the reference count, and each drop subtract one. The drop
//   that leaves no owner, and no other, drops the value, exactly once.
// Aspect: A weak owner is copied.
// Rejected: fearless[weak-copied]
#include <native.hpp>

int main() {
  auto owner = native::make_rc<int>(4);
  auto first = owner.downgrade();

#ifdef ACCEPTED
  auto second = first.clone();
#else
  auto second = first;
#endif

  return *second.upgrade().value() == 4 ? 0 : 1;
}
