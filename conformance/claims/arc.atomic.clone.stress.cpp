// SPDX-License-Identifier: MIT
#include <random>
#include <string>
#include <utility>

#include "subject/claim.hpp"
#include "subject/counted.hpp"
#include "subject/explore.hpp"
#include "subject/history.hpp"
#include "subject/owner.hpp"
#include "subject/thread.hpp"

namespace {

struct period {
  subject::moment began, ended;
};

/// An owner is cloned, while another thread clones its own and drops it and the clone: the clone that is left makes
/// two.
std::string clone_both(std::mt19937_64&) {
  const subject::tally shared;
  subject::arc<subject::counted> first(subject::counted(shared, 42));
  auto other = subject::spawn([own = first.clone()]() mutable {
    const auto began = subject::now();
    subject::drop(own.clone());
    subject::drop(std::move(own));
    return period{.began = began, .ended = subject::now()};
  });

  const auto began = subject::now();
  auto second = first.clone();
  const auto ended = subject::now();
  const auto joined = other.join();

  if (shared.drops() != 0) return "the value was destroyed under its owners";
  if (first.count() != 2) return "two owners are counted as " + std::to_string(first.count());
  subject::drop(std::move(first));
  subject::drop(std::move(second));
  if (shared.drops() != 1) return "the value was not destroyed by its last owner";
  const bool met = joined.value() != nullptr && joined.value()->began < ended && began < joined.value()->ended;
  return met ? "they met" : "one was over before the other began";
}

}  // namespace

CLAIM("arc.atomic") {
  const auto explored =
      subject::explore({.must_be_seen = {"they met"}, .allowed = {"one was over before the other began"}}, clone_both);

  CHECK(explored.forbidden() == "nothing");
}
