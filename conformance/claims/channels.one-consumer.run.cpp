// SPDX-License-Identifier: MIT
#include "subject/channel.hpp"
#include "subject/claim.hpp"
#include "subject/thread.hpp"
#include "subject/watch.hpp"

// The one receiving end can be given to another thread, with what is in the channel and what is still to come.
CLAIM("channels.one-consumer") {
  const subject::watch consumer;
  auto [tx, rx] = subject::channel<int>();

  tx.send(1);
  auto handle = subject::spawn([consumer, own = std::move(rx)] {
    const bool received = own.recv() == 1;
    consumer.here();
    return received && own.recv() == 2;
  });
  consumer.settle();
  tx.send(2);

  CHECK(handle.join() == true);
}
