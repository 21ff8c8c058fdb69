// SPDX-License-Identifier: MIT
#include "subject/claim.hpp"
#include "subject/gate.hpp"
#include "subject/holding.hpp"
#include "subject/thread.hpp"
#include "subject/watch.hpp"

// In whichever way the holder came in, and the other one wants to.
CLAIM("mutex.exclusion") {
  for (const auto hold : subject::ways_to_hold) {
    for (const auto hold_too : subject::ways_to_hold) {
      const subject::mutex<int> data(0);
      const subject::gate inside, met, leave;
      const subject::watch other;

      auto holder = subject::spawn([=] {
        hold(data, [=] {
          inside.open();
          leave.pass();
        });
      });
      inside.pass();
      auto latecomer = subject::spawn([=] {
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
