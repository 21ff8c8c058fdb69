// SPDX-License-Identifier: MIT
// Claim: Everything that a holder did before it released the lock shall happen before everything that the next holder
//   does.
#include <cstdint>

#include "bindings/thread.hpp"
#include "testing/claim.hpp"
#include "testing/holding.hpp"
#include "testing/latch.hpp"
#include "testing/probe.hpp"

// Only the lock orders the reads of a holder after the writes of the previous holder.
CLAIM("mutex.lock.visible") {
  for (const auto hold : testing::ways_to_hold) {
    for (const auto hold_next : testing::ways_to_hold) {
      const bindings::mutex<int> data(0);
      const testing::probe written;
      const testing::latch given_up, seen;

      auto holder = bindings::spawn([=] {
        hold(data, [=] { written.write(42); });
        given_up.open();
        seen.wait();  // the detector may forget the accesses of a thread that has ended
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
