// SPDX-License-Identifier: MIT
// Claim: The value of an Arc shall be dropped exactly once, by the thread that drops the last owner, and not before.
#include <unistd.h>

#include <cstdint>
#include <utility>

#include "bindings/owner.hpp"
#include "bindings/thread.hpp"
#include "testing/claim.hpp"
#include "testing/counted.hpp"
#include "testing/latch.hpp"

// The value is alive for the last owner, and the thread that drops the last owner drops it.
CLAIM("arc.atomic.last") {
  const testing::tally shared;
  const testing::latch dropped;
  bindings::arc<testing::counted> first(testing::counted(shared, 42));

  auto last = bindings::spawn([=, own = first.clone()]() mutable -> std::int64_t {
    dropped.wait();
    if (shared.drops() != 0) return 0;
    const auto seen = own->value();
    bindings::drop(std::move(own));
    return shared.dropped_by() == gettid() ? seen : 0;
  });
  CHECK(first->value() == 42);
  bindings::drop(std::move(first));
  dropped.open();

  CHECK(last.join() == 42);
  CHECK(shared.drops() == 1);
}
