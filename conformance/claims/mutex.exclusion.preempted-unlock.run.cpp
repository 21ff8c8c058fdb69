// SPDX-License-Identifier: MIT
// Claim: At most one thread at a time shall hold the lock of a mutex and have access to its data.
// Aspect: Another thread locks between two instructions of the operation that unlocks.
#include "bindings/mutex.hpp"

#include <optional>
#include <utility>

#include "bindings/thread.hpp"
#include "testing/claim.hpp"
#include "testing/latch.hpp"
#include "testing/preemption.hpp"

CLAIM("mutex.exclusion") {
  bool both = false;
  testing::preempt_everywhere([&](testing::preemption preemption) {
    const bindings::mutex<int> data(0);
    const testing::latch holds, leaves, looked;
    std::optional held(data.lock());
    auto other = bindings::spawn([=] {
      const testing::preemption::turn turn(preemption);
      const auto held_too = data.try_lock();
      if (!held_too.is_locked()) return;
      holds.open();
      turn.let_go_on();
      looked.wait();
      leaves.open();
    });

    preemption.perform([&] { held.reset(); });
    const auto again = data.try_lock();
    both = both || (again.is_locked() && holds.is_open() && !leaves.is_open());
    looked.open();
    other.join();
  });

  CHECK_FALSE(both);
}
