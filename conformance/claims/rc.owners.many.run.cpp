// SPDX-License-Identifier: MIT
// Claim: A clone of an Rc, and nothing else, shall add one to the reference count, and each drop subtract one. The drop
//   that leaves no owner, and no other, drops the value, exactly once.
// Aspect: There are more owners than a 16-bit count can hold.
#include <cstddef>
#include <vector>

#include "bindings/owner.hpp"
#include "testing/claim.hpp"
#include "testing/counted.hpp"

CLAIM("rc.owners") {
  constexpr std::size_t clones = 70'000;
  const testing::tally shared;
  const bindings::rc<testing::counted> first(testing::counted(shared, 42));
  std::vector<bindings::rc<testing::counted>> others;

  while (others.size() < clones) others.push_back(first.clone());
  CHECK(first.count() == clones + 1);
  others.clear();

  REQUIRE(shared.drops() == 0);
  CHECK(first.count() == 1);
  CHECK(first->value() == 42);
}
