// SPDX-License-Identifier: MIT
// Claim: The receiver shall be disconnected when the last sender of the channel is dropped, and not before, regardless
//   of which sender is the last.
// Aspect: Two senders are dropped at the same time, and exactly one of them is the last.
#include <utility>

#include "bindings/channel.hpp"
#include "bindings/thread.hpp"
#include "testing/claim.hpp"
#include "testing/latch.hpp"

CLAIM("channels.clone.last-closes") {
  for (int times = 0; times < 200; ++times) {
    const testing::latch leave;
    auto [tx, rx] = bindings::channel<int>();
    auto one = bindings::spawn([leave, own = tx.clone()] { leave.wait(); });
    auto two = bindings::spawn([leave, own = std::move(tx)] { leave.wait(); });

    leave.open();

    CHECK(rx.recv().is_disconnected());
    one.join();
    two.join();
  }
}
