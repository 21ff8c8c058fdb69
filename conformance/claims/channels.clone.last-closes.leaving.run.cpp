// SPDX-License-Identifier: MIT
#include <utility>

#include "subject/channel.hpp"
#include "subject/claim.hpp"
#include "subject/gate.hpp"
#include "subject/thread.hpp"

// Senders that go at the same time agree on which of them is the last.
CLAIM("channels.clone.last-closes") {
  for (int times = 0; times < 200; ++times) {
    const subject::gate leave;
    auto [tx, rx] = subject::channel<int>();
    auto one = subject::spawn([leave, own = tx.clone()] { leave.pass(); });
    auto two = subject::spawn([leave, own = std::move(tx)] { leave.pass(); });

    leave.open();

    CHECK(rx.recv().is_disconnected());
    one.join();
    two.join();
  }
}
