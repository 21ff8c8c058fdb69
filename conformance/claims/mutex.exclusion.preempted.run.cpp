// SPDX-License-Identifier: MIT
// Claim: At most one thread at a time shall hold the lock of a mutex and have access to its data.
// Aspect: Another thread tries to lock between two instructions of the operation that locks.
#include "bindings/mutex.hpp"

#include <functional>

#include "bindings/thread.hpp"
#include "testing/claim.hpp"
#include "testing/latch.hpp"
#include "testing/preemption.hpp"

namespace {

using locking = std::function<bindings::locked<int>(const bindings::mutex<int>&)>;

/// Whether two threads ever hold the lock.
bool lets_two_in(const locking& lock) {
  bool both = false;
  testing::preempt_everywhere([&](testing::preemption preemption) {
    const bindings::mutex<int> data(0);
    const testing::latch holds, leaves;
    auto other = bindings::spawn([=] {
      const testing::preemption::turn turn(preemption);
      const auto held = data.try_lock();
      if (!held.is_locked()) return;
      holds.open();
      turn.let_go_on();
      leaves.open();
    });

    {
      const auto held = preemption.perform([&] { return lock(data); });
      both = both || (held.is_locked() && holds.is_open() && !leaves.is_open());
    }
    other.join();
  });
  return both;
}

}  // namespace

CLAIM("mutex.exclusion") {
  CHECK_FALSE(lets_two_in([](const auto& data) { return data.lock(); }));
  CHECK_FALSE(lets_two_in([](const auto& data) { return data.try_lock(); }));
}
