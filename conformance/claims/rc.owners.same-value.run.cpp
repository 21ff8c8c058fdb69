// SPDX-License-Identifier: MIT
#include "bindings/owner.hpp"
#include "testing/claim.hpp"

// A clone is another owner, not another value.
CLAIM("rc.owners") {
  const bindings::rc<int> first(42);

  const auto second = first.clone();
  const auto third = second.clone();

  CHECK(&*second == &*first);
  CHECK(&*third == &*first);
}
