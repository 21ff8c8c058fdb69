// SPDX-License-Identifier: MIT
#include <cstdint>

#include "bindings/thread.hpp"
#include "testing/claim.hpp"
#include "testing/holding.hpp"
#include "testing/latch.hpp"
#include "testing/probe.hpp"

// Each holder comes later in time, and nothing but the lock orders what it reads after what the one before it wrote.
CLAIM("mutex.lock.visible") {
  for (const auto hold : testing::ways_to_hold) {
    for (const auto hold_next : testing::ways_to_hold) {
      const bindings::mutex<int> data(0);
      const testing::probe written;
      const testing::latch given_up, seen;

      auto holder = bindings::spawn([=] {
        hold(data, [=] { written.write(42); });
        given_up.open();
        seen.wait();  // the detector may forget what a thread did that has ended
      });
      given_up.wait();
      std::int64_t found = 0;
      hold_next(data, [&] { found = written.read(); });
      seen.open();
      holder.join();

      CHECK(found == 42);
    }
  }
}
