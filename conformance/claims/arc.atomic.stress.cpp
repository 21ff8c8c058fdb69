// SPDX-License-Identifier: MIT
#include <unistd.h>

#include <random>
#include <string>
#include <utility>

#include "subject/claim.hpp"
#include "subject/counted.hpp"
#include "subject/explore.hpp"
#include "subject/owner.hpp"
#include "subject/thread.hpp"

namespace {

/// Two owners are dropped together: the value goes with the one that is later.
std::string drop_both(std::mt19937_64&) {
  const subject::tally shared;
  subject::arc<subject::counted> first(subject::counted(shared, 42));
  auto dropping = subject::spawn([own = first.clone()]() mutable {
    subject::drop(std::move(own));
    return gettid();
  });

  subject::drop(std::move(first));
  const auto thread = dropping.join();

  if (shared.drops() == 0) return "the value was never destroyed";
  if (shared.drops() > 1) return "the value was destroyed twice";
  return thread == shared.dropped_by() ? "the clone was dropped last" : "the first was dropped last";
}

}  // namespace

CLAIM("arc.atomic") {
  const auto explored =
      subject::explore({.must_be_seen = {"the clone was dropped last", "the first was dropped last"}}, drop_both);

  CHECK(explored.forbidden() == "nothing");
}
