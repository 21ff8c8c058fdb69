// SPDX-License-Identifier: MIT
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
