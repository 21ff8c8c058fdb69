// SPDX-License-Identifier: MIT
#include "subject/claim.hpp"
#include "subject/owner.hpp"

// A clone is another owner, not another value.
CLAIM("rc.owners") {
  const subject::rc<int> first(42);

  const auto second = first.clone();
  const auto third = second.clone();

  CHECK(&*second == &*first);
  CHECK(&*third == &*first);
}
