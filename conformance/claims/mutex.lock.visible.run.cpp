// SPDX-License-Identifier: MIT
#include <cstdint>

#include "subject/claim.hpp"
#include "subject/gate.hpp"
#include "subject/holding.hpp"
#include "subject/probe.hpp"
#include "subject/thread.hpp"

// Each holder comes later in time, and nothing but the lock orders what it reads after what the one before it wrote.
CLAIM("mutex.lock.visible") {
  for (const auto hold : subject::ways_to_hold) {
    for (const auto hold_next : subject::ways_to_hold) {
      const subject::mutex<int> data(0);
      const subject::probe written;
      const subject::gate given_up, seen;

      auto holder = subject::spawn([=] {
        hold(data, [=] { written.write(42); });
        given_up.open();
        seen.pass();  // the detector may forget what a thread did that has ended
      });
      given_up.pass();
      std::int64_t found = 0;
      hold_next(data, [&] { found = written.read(); });
      seen.open();
      holder.join();

      CHECK(found == 42);
    }
  }
}
