// SPDX-License-Identifier: MIT
// Claim: Every message that was sent before the receiver was disconnected shall be received before recv or try_recv
//   returns the error disconnected.
// Aspect: The receiver already waits when a message is sent and the sender is dropped.
#include <utility>

#include "bindings/channel.hpp"
#include "bindings/thread.hpp"
#include "testing/claim.hpp"
#include "testing/latch.hpp"
#include "testing/watch.hpp"

CLAIM("channels.recv.drains") {
  const testing::watch receiver;
  auto [tx, rx] = bindings::channel<int>();
  auto receiving = bindings::spawn([=, own = std::move(rx)] {
    receiver.here();
    const bool value_first = own.recv() == 1;
    return value_first && own.recv().is_disconnected();
  });
  receiver.settle();

  tx.send(1);
  bindings::drop(std::move(tx));

  CHECK(receiving.join() == true);
}
