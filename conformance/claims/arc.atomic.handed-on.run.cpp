// SPDX-License-Identifier: MIT
#include <unistd.h>

#include <optional>
#include <utility>

#include "subject/claim.hpp"
#include "subject/counted.hpp"
#include "subject/owner.hpp"
#include "subject/thread.hpp"

namespace {

struct handed_on {
  subject::arc<subject::counted> first, second;
};

}  // namespace

// Owners outlive the thread that made them.
CLAIM("arc.atomic") {
  const subject::tally shared;
  auto maker = subject::spawn([shared] {
    subject::arc<subject::counted> first(subject::counted(shared, 42));
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
