// SPDX-License-Identifier: MIT
// Claim: The value of an Arc shall be dropped exactly once, by the thread that drops the last owner, and not before.
// Aspect: A weak owner is upgraded while the only owner is dropped.
#include <unistd.h>

#include <random>
#include <string>
#include <utility>

#include "bindings/owner.hpp"
#include "bindings/thread.hpp"
#include "testing/claim.hpp"
#include "testing/counted.hpp"
#include "testing/explore.hpp"

namespace {

/// A weak owner is upgraded and dropped while the only owner is dropped. Either the upgrade fails, or there is another
/// owner, and the value lives until both were dropped.
std::string upgrade_and_drop(std::mt19937_64&) {
  const testing::tally shared;
  bindings::arc<testing::counted> first(testing::counted(shared, 42));
  auto weak = first.downgrade();
  auto dropping = bindings::spawn([own = std::move(first)]() mutable {
    bindings::drop(std::move(own));
    return gettid();
  });

  auto another = weak.upgrade();
  bindings::drop(std::move(weak));
  const bool was_upgraded = another.has_value();
  const bool was_there = !was_upgraded || (shared.drops() == 0 && (*another)->value() == 42);
  another.reset();
  const auto thread = dropping.join();

  if (!was_there) return "the value was dropped before its last owner";
  if (shared.drops() != 1) return "the value was not dropped exactly once";
  if (!was_upgraded) return "the upgrade failed";
  return thread == shared.dropped_by() ? "the first owner was dropped last" : "the upgraded owner was dropped last";
}

}  // namespace

CLAIM("arc.atomic.last") {
  const auto explored = testing::explore({.must_be_seen = {"the upgrade failed", "the first owner was dropped last",
                                                           "the upgraded owner was dropped last"}},
                                         upgrade_and_drop);

  CHECK(explored.forbidden() == "nothing");
}
