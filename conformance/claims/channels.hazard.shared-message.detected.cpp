// SPDX-License-Identifier: MIT
// Claim: The detector shall report a data race when a thread keeps access to a message that it has sent, and changes it
//   while the receiving thread uses it.
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
    data.write(1);  // the sent value, which the receiver owns
    changed.open();
    changed_again.wait();  // the detector may forget the accesses of a thread that has ended
  });
  const auto message = rx.recv();
  REQUIRE(message.value() != nullptr);
  received.open();
  changed.wait();  // later in time; a latch orders nothing for the detector
  message.value()->write(2);
  changed_again.open();
  sender.join();

  CHECK(data.read() == 2);  // reached only without a report
}
