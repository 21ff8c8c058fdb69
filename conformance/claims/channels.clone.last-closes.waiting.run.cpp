// SPDX-License-Identifier: MIT
#include <utility>

#include "bindings/channel.hpp"
#include "bindings/thread.hpp"
#include "testing/claim.hpp"
#include "testing/latch.hpp"
#include "testing/watch.hpp"

// A receiver that is waiting goes on to wait while a sender is left, and is woken when the last one goes.
CLAIM("channels.clone.last-closes") {
  const testing::latch returned;
  const testing::watch receiver;
  auto [first, rx] = bindings::channel<int>();
  auto second = first.clone();
  auto receiving = bindings::spawn([=, own = std::move(rx)] {
    receiver.here();
    const bool closed = own.recv().is_disconnected();
    returned.open();
    return closed;
  });
  receiver.settle();

  bindings::drop(std::move(first));
  receiver.settle();
  CHECK_FALSE(returned.is_open());
  bindings::drop(std::move(second));

  CHECK(receiving.join() == true);
}
