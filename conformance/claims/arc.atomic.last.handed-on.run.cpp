// SPDX-License-Identifier: MIT
// Claim: The value of an Arc shall be dropped exactly once, by the thread that drops the last owner, and not before.
// Aspect: The owners outlive the thread that made them.
#include <unistd.h>

#include <optional>
#include <utility>

#include "bindings/owner.hpp"
#include "bindings/thread.hpp"
#include "testing/claim.hpp"
#include "testing/counted.hpp"

namespace {

struct handed_on {
  bindings::arc<testing::counted> first, second;
};

}  // namespace

CLAIM("arc.atomic.last") {
  const testing::tally shared;
  auto maker = bindings::spawn([shared] {
    bindings::arc<testing::counted> first(testing::counted(shared, 42));
    auto second = first.clone();
    return handed_on{.first = std::move(first), .second = std::move(second)};
  });

  std::optional made = maker.join();
  REQUIRE(made->value() != nullptr);
  REQUIRE(shared.drops() == 0);
  CHECK(made->value()->first.count() == 2);
  CHECK(made->value()->second->value() == 42);
  made.reset();

  CHECK(shared.drops() == 1);
  CHECK(shared.dropped_by() == gettid());
}
