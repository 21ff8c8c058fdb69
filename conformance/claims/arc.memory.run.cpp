// SPDX-License-Identifier: MIT
// Claim: The memory that is kept for values whose Arcs were all dropped, weak owners included, shall not grow with the
//   number of these values, or of their owners.
#include <utility>

#include "bindings/owner.hpp"
#include "bindings/thread.hpp"
#include "testing/claim.hpp"
#include "testing/growth.hpp"

CLAIM("arc.memory") {
  CHECK_FALSE(testing::grows([] {
    const bindings::arc<int> first(5);
    for (int times = 0; times < 50; ++times) bindings::drop(first.clone());
    first.cycle(50);
    bindings::spawn([own = first.clone()] { bindings::drop(own.clone()); }).join();
  }));
}
