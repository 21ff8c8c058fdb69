// SPDX-License-Identifier: MIT
// Claim: A clone of an Rc, and nothing else, shall add one to the reference count, and each drop subtract one. The drop
//   that leaves no owner, and no other, drops the value, exactly once.
#include <utility>

#include "bindings/owner.hpp"
#include "testing/claim.hpp"

// All owners have the same count after each clone and each drop.
CLAIM("rc.owners") {
  bindings::rc<int> first(42);
  CHECK(first.count() == 1);

  auto second = first.clone();
  CHECK(first.count() == 2);
  CHECK(second.count() == 2);
  auto third = second.clone();
  CHECK(first.count() == 3);
  CHECK(third.count() == 3);

  bindings::drop(std::move(first));
  CHECK(second.count() == 2);
  const auto fourth = third.clone();
  CHECK(second.count() == 3);
  bindings::drop(std::move(third));
  bindings::drop(std::move(second));
  CHECK(fourth.count() == 1);
  CHECK(*fourth == 42);
}
