// SPDX-License-Identifier: MIT
// Claim: The value of an Arc shall be dropped exactly once, by the thread that drops the last owner, and not before.
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

/// Two owners are dropped at the same time: the later drop drops the value.
std::string drop_both(std::mt19937_64&) {
  const testing::tally shared;
  bindings::arc<testing::counted> first(testing::counted(shared, 42));
  auto dropping = bindings::spawn([own = first.clone()]() mutable {
    bindings::drop(std::move(own));
    return gettid();
  });

  bindings::drop(std::move(first));
  const auto thread = dropping.join();

  if (shared.drops() == 0) return "the value was never dropped";
  if (shared.drops() > 1) return "the value was dropped twice";
  return thread == shared.dropped_by() ? "the clone was dropped last" : "the first was dropped last";
}

}  // namespace

CLAIM("arc.atomic.last") {
  const auto explored =
      testing::explore({.must_be_seen = {"the clone was dropped last", "the first was dropped last"}}, drop_both);

  CHECK(explored.forbidden() == "nothing");
}
