// SPDX-License-Identifier: MIT
// Claim: A clone of an Rc, and nothing else, shall add one to the reference count, and each drop subtract one. The drop
//   that leaves no owner, and no other, drops the value, exactly once.
// Aspect: A clone refers to the same value.
#include "bindings/owner.hpp"
#include "testing/claim.hpp"

CLAIM("rc.owners") {
  const bindings::rc<int> first(42);

  const auto second = first.clone();
  const auto third = second.clone();

  CHECK(&*second == &*first);
  CHECK(&*third == &*first);
}
