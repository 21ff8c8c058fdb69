// SPDX-License-Identifier: MIT
// Claim: Everything that a thread did with the value of an Arc shall happen before the drop of the value.
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

using owner = bindings::arc<testing::counted>;

/// Reads the value while this owner is alive, and with it the value.
bool use_and_drop(owner own, const testing::tally& shared) {
  return shared.drops() == 0 && own->value() == 42;
}

/// Two owners are used and dropped at the same time: the value is alive for both, and the later drop drops it.
std::string use_both(std::mt19937_64&) {
  const testing::tally shared;
  owner first(testing::counted(shared, 42));
  auto other = bindings::spawn(
      [shared, own = first.clone()]() mutable { return use_and_drop(std::move(own), shared) ? gettid() : 0; });

  const bool was_there = use_and_drop(std::move(first), shared);
  const auto thread = other.join();

  if (!was_there || thread == 0) return "the value was dropped before its last owner";
  if (shared.drops() != 1) return "the value was not dropped exactly once";
  return thread == shared.dropped_by() ? "the clone was dropped last" : "the first was dropped last";
}

}  // namespace

CLAIM("arc.atomic.use") {
  const auto explored =
      testing::explore({.must_be_seen = {"the clone was dropped last", "the first was dropped last"}}, use_both);

  CHECK(explored.forbidden() == "nothing");
}
