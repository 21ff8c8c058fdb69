// SPDX-License-Identifier: MIT
#include "bindings/channel.hpp"
#include "bindings/thread.hpp"
#include "testing/claim.hpp"
#include "testing/latch.hpp"
#include "testing/probe.hpp"

DETECTED("channels.hazard.shared-message", RACE) {
  const testing::probe data;
  const testing::latch received, changed, changed_again;
  auto [tx, rx] = bindings::channel<testing::probe>();

  auto sender = bindings::spawn([=, own = std::move(tx)] {
    own.send(data);
    received.wait();
    data.write(1);  // which was sent, and is the receiver's
    changed.open();
    changed_again.wait();  // the detector may forget what a thread did that has ended
  });
  const auto message = rx.recv();
  REQUIRE(message.value() != nullptr);
  received.open();
  changed.wait();  // later in time, yet a latch orders nothing that the detector could see
  message.value()->write(2);
  changed_again.open();
  sender.join();

  CHECK(data.read() == 2);  // got so far unseen
}
