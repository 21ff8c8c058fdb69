// SPDX-License-Identifier: MIT
// Claim: The memory that is kept for values whose Arcs were all dropped, weak owners included, shall not grow with the
//   number of these values, or of their owners.
// Aspect: The last owner is a weak one.
#include <optional>
#include <utility>

#include "bindings/owner.hpp"
#include "testing/claim.hpp"
#include "testing/growth.hpp"

CLAIM("arc.memory") {
  CHECK_FALSE(testing::grows([] {
    std::optional<bindings::arc<int>> first(bindings::arc<int>(5));
    const auto weak = first->downgrade();
    bindings::drop(first->downgrade());
    bindings::drop(weak.upgrade());
    first.reset();
    bindings::drop(weak.upgrade());
  }));
}
