// SPDX-License-Identifier: MIT
#include <cstdint>

#include "subject/claim.hpp"
#include "subject/gate.hpp"
#include "subject/holding.hpp"
#include "subject/probe.hpp"
#include "subject/thread.hpp"
#include "subject/watch.hpp"

// The same for a thread that had to wait for the lock.
CLAIM("mutex.lock.visible") {
  for (const auto hold : subject::ways_to_hold) {
    for (const auto hold_next : subject::ways_that_wait) {
      const subject::mutex<int> data(0);
      const subject::probe written;
      const subject::gate inside, seen;
      const subject::watch waiter;
      waiter.here();

      auto holder = subject::spawn([=] {
        hold(data, [=] {
          inside.open();
          waiter.settle();
          written.write(42);
        });
        seen.pass();  // the detector may forget what a thread did that has ended
      });
      inside.pass();
      std::int64_t found = 0;
      hold_next(data, [&] { found = written.read(); });
      seen.open();
      holder.join();

      CHECK(found == 42);
    }
  }
}
