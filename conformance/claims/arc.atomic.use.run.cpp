// SPDX-License-Identifier: MIT
// Claim: Everything that a thread did with the value of an Arc shall happen before the drop of the value.
#include <cstdint>
#include <utility>
#include <vector>

#include "bindings/owner.hpp"
#include "bindings/thread.hpp"
#include "testing/claim.hpp"
#include "testing/counted.hpp"
#include "testing/latch.hpp"

// The uses of the value happen before its drop. The threads live until then, so that only their drops order them.
CLAIM("arc.atomic.use") {
  const testing::tally shared;
  const std::vector<testing::latch> dropped(2);
  const testing::latch destroyed;
  bindings::arc<testing::counted> last(testing::counted(shared, 42));
  std::vector<bindings::join_handle<std::int64_t>> using_it;
  for (const auto& own_turn : dropped) {
    using_it.push_back(bindings::spawn([=, own = last.clone()]() mutable {
      const auto seen = own->value();
      bindings::drop(std::move(own));
      own_turn.open();
      destroyed.wait();
      return seen;
    }));
  }

  for (const auto& each : dropped) each.wait();
  CHECK(shared.drops() == 0);
  bindings::drop(std::move(last));
  CHECK(shared.drops() == 1);
  destroyed.open();

  for (auto& handle : using_it) CHECK(handle.join() == 42);
}
