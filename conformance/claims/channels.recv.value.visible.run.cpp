// SPDX-License-Identifier: MIT
#include <utility>

#include "bindings/channel.hpp"
#include "bindings/thread.hpp"
#include "testing/claim.hpp"
#include "testing/latch.hpp"
#include "testing/probe.hpp"
#include "testing/watch.hpp"

// What the sender wrote before it sent is there to be read, whether the value waited for the receiver or the receiver
// for the value. The sender lives on meanwhile, so that nothing but the value orders the two.
CLAIM("channels.recv.value") {
  const testing::probe first, second;
  const testing::latch sent, seen;
  const testing::watch receiver;
  receiver.here();
  auto [tx, rx] = bindings::channel<int>();
  auto sending = bindings::spawn([=, own = std::move(tx)] {
    first.write(1);
    own.send(1);
    sent.open();
    receiver.settle();
    second.write(2);
    own.send(2);
    seen.wait();
  });

  sent.wait();
  CHECK(rx.recv() == 1);
  CHECK(first.read() == 1);
  CHECK(rx.recv() == 2);
  CHECK(second.read() == 2);
  seen.open();
  sending.join();
}
