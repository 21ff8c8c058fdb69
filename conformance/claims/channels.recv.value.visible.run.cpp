// SPDX-License-Identifier: MIT
#include <utility>

#include "subject/channel.hpp"
#include "subject/claim.hpp"
#include "subject/gate.hpp"
#include "subject/probe.hpp"
#include "subject/thread.hpp"
#include "subject/watch.hpp"

// What the sender wrote before it sent is there to be read, whether the value waited for the receiver or the receiver
// for the value. The sender lives on meanwhile, so that nothing but the value orders the two.
CLAIM("channels.recv.value") {
  const subject::probe first, second;
  const subject::gate sent, seen;
  const subject::watch receiver;
  receiver.here();
  auto [tx, rx] = subject::channel<int>();
  auto sending = subject::spawn([=, own = std::move(tx)] {
    first.write(1);
    own.send(1);
    sent.open();
    receiver.settle();
    second.write(2);
    own.send(2);
    seen.pass();
  });

  sent.pass();
  CHECK(rx.recv() == 1);
  CHECK(first.read() == 1);
  CHECK(rx.recv() == 2);
  CHECK(second.read() == 2);
  seen.open();
  sending.join();
}
