// SPDX-License-Identifier: MIT
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

/// An owner is cloned, while another thread clones its own and drops it and the clone: the clone that is left makes
/// two.
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

  if (shared.drops() != 0) return "the value was destroyed under its owners";
  if (first.count() != 2) return "two owners are counted as " + std::to_string(first.count());
  bindings::drop(std::move(first));
  bindings::drop(std::move(second));
  if (shared.drops() != 1) return "the value was not destroyed by its last owner";
  const bool met = joined.value() != nullptr && joined.value()->began < ended && began < joined.value()->ended;
  return met ? "they met" : "one was over before the other began";
}

}  // namespace

CLAIM("arc.atomic.count") {
  const auto explored =
      testing::explore({.must_be_seen = {"they met"}, .allowed = {"one was over before the other began"}}, clone_both);

  CHECK(explored.forbidden() == "nothing");
}
