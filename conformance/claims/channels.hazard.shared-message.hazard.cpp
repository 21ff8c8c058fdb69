// SPDX-License-Identifier: MIT
#include "subject/channel.hpp"
#include "subject/claim.hpp"
#include "subject/gate.hpp"
#include "subject/probe.hpp"
#include "subject/thread.hpp"

HAZARD("channels.hazard.shared-message", RACE) {
  const subject::probe data;
  const subject::gate received, changed, changed_again;
  auto [tx, rx] = subject::channel<subject::probe>();

  auto sender = subject::spawn([=, own = std::move(tx)] {
    own.send(data);
    received.pass();
    data.write(1);  // which was sent, and is the receiver's
    changed.open();
    changed_again.pass();  // the detector may forget what a thread did that has ended
  });
  const auto message = rx.recv();
  REQUIRE(message.value() != nullptr);
  received.open();
  changed.pass();  // later in time, yet a gate orders nothing that the detector could see
  message.value()->write(2);
  changed_again.open();
  sender.join();

  CHECK(data.read() == 2);  // got so far unseen
}
