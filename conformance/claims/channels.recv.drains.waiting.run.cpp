// SPDX-License-Identifier: MIT
#include <utility>

#include "bindings/channel.hpp"
#include "bindings/thread.hpp"
#include "testing/claim.hpp"
#include "testing/latch.hpp"
#include "testing/watch.hpp"

// The value and the close come together, to a receiver that looked before either.
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
