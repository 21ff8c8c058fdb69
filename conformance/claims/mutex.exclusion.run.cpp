// SPDX-License-Identifier: MIT
// Claim: At most one thread at a time shall hold the lock of a mutex and have access to its data.
#include "bindings/thread.hpp"
#include "testing/claim.hpp"
#include "testing/holding.hpp"
#include "testing/latch.hpp"
#include "testing/watch.hpp"

// For each way in which the holder and the other thread lock.
CLAIM("mutex.exclusion") {
  for (const auto hold : testing::ways_to_hold) {
    for (const auto hold_too : testing::ways_to_hold) {
      const bindings::mutex<int> data(0);
      const testing::latch inside, met, leave;
      const testing::watch other;

      auto holder = bindings::spawn([=] {
        hold(data, [=] {
          inside.open();
          leave.wait();
        });
      });
      inside.wait();
      auto latecomer = bindings::spawn([=] {
        other.here();
        hold_too(data, [=] { met.open(); });
      });
      other.settle();
      const bool both_inside = met.is_open();
      leave.open();
      holder.join();
      latecomer.join();

      CHECK_FALSE(both_inside);
    }
  }
}
