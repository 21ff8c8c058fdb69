// SPDX-License-Identifier: MIT
#include <utility>

#include "bindings/channel.hpp"
#include "bindings/thread.hpp"
#include "testing/claim.hpp"
#include "testing/latch.hpp"
#include "testing/probe.hpp"

// What the sender wrote before it sent is there to be read, and reading it is no race. The sender lives on meanwhile,
// so that nothing but the value orders the two.
CLAIM("channels.try-recv.value") {
  const testing::probe written;
  const testing::latch sent, seen;
  auto [tx, rx] = bindings::channel<int>();
  auto sending = bindings::spawn([=, own = std::move(tx)] {
    written.write(42);
    own.send(1);
    sent.open();
    seen.wait();
  });

  sent.wait();
  CHECK(rx.try_recv() == 1);
  CHECK(written.read() == 42);
  seen.open();
  sending.join();
}
