// SPDX-License-Identifier: MIT
#include <utility>

#include "subject/channel.hpp"
#include "subject/claim.hpp"
#include "subject/gate.hpp"
#include "subject/probe.hpp"
#include "subject/thread.hpp"

// What the sender wrote before it sent is there to be read, and reading it is no race. The sender lives on meanwhile,
// so that nothing but the value orders the two.
CLAIM("channels.try-recv.value") {
  const subject::probe written;
  const subject::gate sent, seen;
  auto [tx, rx] = subject::channel<int>();
  auto sending = subject::spawn([=, own = std::move(tx)] {
    written.write(42);
    own.send(1);
    sent.open();
    seen.pass();
  });

  sent.pass();
  CHECK(rx.try_recv() == 1);
  CHECK(written.read() == 42);
  seen.open();
  sending.join();
}
