// SPDX-License-Identifier: MIT
#include <utility>

#include "subject/channel.hpp"
#include "subject/claim.hpp"
#include "subject/thread.hpp"
#include "subject/watch.hpp"

// Several values come at once to a receiver that waits for the first.
CLAIM("channels.order") {
  constexpr int sent = 10;
  const subject::watch receiver;
  auto [tx, rx] = subject::channel<int>();
  auto receiving = subject::spawn([=, own = std::move(rx)] {
    receiver.here();
    int in_order = 0;
    while (in_order < sent && own.recv() == in_order) ++in_order;
    return in_order;
  });
  receiver.settle();

  for (int value = 0; value < sent; ++value) tx.send(value);

  CHECK(receiving.join() == sent);
}
