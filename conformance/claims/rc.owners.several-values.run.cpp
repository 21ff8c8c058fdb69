// SPDX-License-Identifier: MIT
// Claim: A clone of an Rc, and nothing else, shall add one to the reference count, and each drop subtract one. The drop
//   that leaves no owner, and no other, drops the value, exactly once.
// Aspect: Each value has its own count.
#include <utility>

#include "bindings/owner.hpp"
#include "testing/claim.hpp"
#include "testing/counted.hpp"

CLAIM("rc.owners") {
  const testing::tally one, other;
  bindings::rc<testing::counted> first(testing::counted(one, 1));
  const bindings::rc<testing::counted> second(testing::counted(other, 2));

  auto clone = first.clone();
  CHECK(first.count() == 2);
  CHECK(second.count() == 1);
  bindings::drop(std::move(clone));
  bindings::drop(std::move(first));

  CHECK(one.drops() == 1);
  REQUIRE(other.drops() == 0);
  CHECK(second.count() == 1);
  CHECK(second->value() == 2);
}
