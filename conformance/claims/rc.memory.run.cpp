// SPDX-License-Identifier: MIT
// Claim: The memory that is kept for values whose Rcs were all dropped, weak owners included, shall not grow with the
//   number of these values, or of their owners.
#include <utility>

#include "bindings/owner.hpp"
#include "testing/claim.hpp"
#include "testing/growth.hpp"

CLAIM("rc.memory") {
  CHECK_FALSE(testing::grows([] {
    bindings::rc<int> first(5);
    for (int times = 0; times < 50; ++times) bindings::drop(first.clone());
    first.cycle(50);
    const auto second = first.clone();
    bindings::drop(std::move(first));
  }));

  CHECK_FALSE(testing::grows([] { const bindings::rc<int> only(5); }));
}
