// SPDX-License-Identifier: MIT
// Claim: Everything that a holder did before it released the lock shall happen before everything that the next holder
//   does.
// Aspect: The next holder had to wait for the lock.
#include <cstdint>

#include "bindings/thread.hpp"
#include "testing/claim.hpp"
#include "testing/holding.hpp"
#include "testing/latch.hpp"
#include "testing/probe.hpp"
#include "testing/watch.hpp"

CLAIM("mutex.lock.visible") {
  for (const auto hold : testing::ways_to_hold) {
    for (const auto hold_next : testing::ways_that_wait) {
      const bindings::mutex<int> data(0);
      const testing::probe written;
      const testing::latch inside, seen;
      const testing::watch waiter;
      waiter.here();

      auto holder = bindings::spawn([=] {
        hold(data, [=] {
          inside.open();
          waiter.settle();
          written.write(42);
        });
        seen.wait();  // the detector may forget the accesses of a thread that has ended
      });
      inside.wait();
      std::int64_t found = 0;
      hold_next(data, [&] { found = written.read(); });
      seen.open();
      holder.join();

      CHECK(found == 42);
    }
  }
}
