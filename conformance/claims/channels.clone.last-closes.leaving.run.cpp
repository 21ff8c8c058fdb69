// SPDX-License-Identifier: MIT
#include <utility>

#include "bindings/channel.hpp"
#include "bindings/thread.hpp"
#include "testing/claim.hpp"
#include "testing/latch.hpp"

// Senders that go at the same time agree on which of them is the last.
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
