// SPDX-License-Identifier: MIT
// Claim: lock shall give the holder of the lock no second guard.
#include "bindings/mutex.hpp"

#include "bindings/thread.hpp"
#include "testing/claim.hpp"
#include "testing/latch.hpp"
#include "testing/process.hpp"
#include "testing/watch.hpp"

namespace {
constexpr int two_guards = 7;
}

// The holder may wait for ever, panic, or end the process.
PROGRAM("mutex.lock.holder") {
  const bindings::mutex<int> data(0);
  const testing::latch twice;
  const testing::watch holder;
  const auto holding = bindings::spawn([=] {
    const auto held = data.lock();
    holder.here();
    const auto again = data.lock();
    if (again.is_locked()) twice.open();
  });
  holder.settle(twice);
  return twice.is_open() ? two_guards : 0;
}

CLAIM("mutex.lock.holder") {
  CHECK(testing::run_program("mutex.lock.holder").exit_status != two_guards);
}
