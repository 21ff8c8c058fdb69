// SPDX-License-Identifier: MIT
#include <utility>

#include "subject/channel.hpp"
#include "subject/claim.hpp"
#include "subject/gate.hpp"
#include "subject/thread.hpp"
#include "subject/watch.hpp"

// The close wakes a receiver that is waiting already, as it has waited for a value before.
CLAIM("channels.recv.closed") {
  const subject::gate received, returned;
  const subject::watch receiver;
  auto [tx, rx] = subject::channel<int>();
  auto receiving = subject::spawn([=, own = std::move(rx)] {
    receiver.here();
    own.recv();
    received.open();
    const bool closed = own.recv().is_disconnected();
    returned.open();
    return closed;
  });
  receiver.settle();
  tx.send(1);
  received.pass();
  receiver.settle();
  CHECK_FALSE(returned.is_open());

  subject::drop(std::move(tx));

  CHECK(receiving.join() == true);
}
