// SPDX-License-Identifier: MIT
// Claim: The reference count of an Arc shall always be the number of its owners, however many threads clone and drop
//   them at the same time.
// Aspect: Two threads clone at the same time, and one of them also drops.
#include <random>
#include <string>
#include <utility>

#include "bindings/owner.hpp"
#include "bindings/thread.hpp"
#include "testing/claim.hpp"
#include "testing/counted.hpp"
#include "testing/explore.hpp"
#include "testing/history.hpp"

namespace {

struct period {
  testing::moment began, ended;
};

/// An owner is cloned while another thread clones its own owner and drops both: the owner and its clone are left.
std::string clone_both(std::mt19937_64&) {
  const testing::tally shared;
  bindings::arc<testing::counted> first(testing::counted(shared, 42));
  auto other = bindings::spawn([own = first.clone()]() mutable {
    const auto began = testing::now();
    bindings::drop(own.clone());
    bindings::drop(std::move(own));
    return period{.began = began, .ended = testing::now()};
  });

  const auto began = testing::now();
  auto second = first.clone();
  const auto ended = testing::now();
  const auto joined = other.join();

  if (shared.drops() != 0) return "the value was dropped before its last owner";
  if (first.count() != 2) return "two owners are counted as " + std::to_string(first.count());
  bindings::drop(std::move(first));
  bindings::drop(std::move(second));
  if (shared.drops() != 1) return "the value was not dropped exactly once";
  const bool met = joined.value() != nullptr && joined.value()->began < ended && began < joined.value()->ended;
  return met ? "both cloned at the same time" : "one cloned after the other";
}

}  // namespace

CLAIM("arc.atomic.count") {
  const auto explored = testing::explore(
      {.must_be_seen = {"both cloned at the same time"}, .allowed = {"one cloned after the other"}}, clone_both);

  CHECK(explored.forbidden() == "nothing");
}
