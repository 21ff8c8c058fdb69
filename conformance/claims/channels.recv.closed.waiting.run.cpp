// SPDX-License-Identifier: MIT
// Claim: When the receiver is disconnected and no message is in flight, every call of recv shall return the error
//   disconnected, including a call that is already waiting.
// Aspect: The receiver already waits when the last sender is dropped, and has waited for a message before.
#include <utility>

#include "bindings/channel.hpp"
#include "bindings/thread.hpp"
#include "testing/claim.hpp"
#include "testing/latch.hpp"
#include "testing/watch.hpp"

CLAIM("channels.recv.closed") {
  const testing::latch received, returned;
  const testing::watch receiver;
  auto [tx, rx] = bindings::channel<int>();
  auto receiving = bindings::spawn([=, own = std::move(rx)] {
    receiver.here();
    own.recv();
    received.open();
    const bool closed = own.recv().is_disconnected();
    returned.open();
    return closed;
  });
  receiver.settle();
  tx.send(1);
  received.wait();
  receiver.settle();
  CHECK_FALSE(returned.is_open());

  bindings::drop(std::move(tx));

  CHECK(receiving.join() == true);
}
