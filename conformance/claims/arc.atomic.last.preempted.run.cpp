// SPDX-License-Identifier: MIT
// Claim: The value of an Arc shall be dropped exactly once, by the thread that drops the last owner, and not before.
// Aspect: Of two owners, another thread drops one between two instructions of the drop of the other.
#include <optional>
#include <utility>

#include "bindings/owner.hpp"
#include "bindings/thread.hpp"
#include "testing/claim.hpp"
#include "testing/counted.hpp"
#include "testing/preemption.hpp"

CLAIM("arc.atomic.last") {
  bool wrong = false;
  testing::preempt_everywhere([&](testing::preemption preemption) {
    const testing::tally shared;
    std::optional own(bindings::arc<testing::counted>(testing::counted(shared, 42)));
    auto other = bindings::spawn([=, others = own->clone()]() mutable {
      const testing::preemption::turn turn(preemption);
      bindings::drop(std::move(others));
    });

    preemption.perform([&] { own.reset(); });
    other.join();
    wrong = wrong || shared.drops() != 1;
  });

  CHECK_FALSE(wrong);
}
