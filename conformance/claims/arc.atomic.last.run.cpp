// SPDX-License-Identifier: MIT
#include <unistd.h>

#include <cstdint>
#include <utility>

#include "subject/claim.hpp"
#include "subject/counted.hpp"
#include "subject/gate.hpp"
#include "subject/owner.hpp"
#include "subject/thread.hpp"

// The last owner is as good as the first: the value is there for it, and is destroyed by the thread that drops it.
CLAIM("arc.atomic") {
  const subject::tally shared;
  const subject::gate dropped;
  subject::arc<subject::counted> first(subject::counted(shared, 42));

  auto last = subject::spawn([=, own = first.clone()]() mutable -> std::int64_t {
    dropped.pass();
    if (shared.drops() != 0) return 0;
    const auto seen = own->value();
    subject::drop(std::move(own));
    return shared.dropped_by() == gettid() ? seen : 0;
  });
  CHECK(first->value() == 42);
  subject::drop(std::move(first));
  dropped.open();

  CHECK(last.join() == 42);
  CHECK(shared.drops() == 1);
}
