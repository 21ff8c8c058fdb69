// SPDX-License-Identifier: MIT
// Claim: A receiver that was moved to another thread shall receive there both the messages in flight and those that are
//   sent later.
#include "bindings/channel.hpp"
#include "bindings/thread.hpp"
#include "testing/claim.hpp"
#include "testing/watch.hpp"

// The receiver moves to another thread, with messages in flight and messages that are sent later.
CLAIM("channels.one-consumer.moves") {
  const testing::watch consumer;
  auto [tx, rx] = bindings::channel<int>();

  tx.send(1);
  auto handle = bindings::spawn([consumer, own = std::move(rx)] {
    const bool received = own.recv() == 1;
    consumer.here();
    return received && own.recv() == 2;
  });
  consumer.settle();
  tx.send(2);

  CHECK(handle.join() == true);
}
