// SPDX-License-Identifier: MIT
#include <utility>

#include "subject/channel.hpp"
#include "subject/claim.hpp"
#include "subject/gate.hpp"
#include "subject/thread.hpp"
#include "subject/watch.hpp"

// The value and the close come together, to a receiver that looked before either.
CLAIM("channels.recv.drains") {
  const subject::watch receiver;
  auto [tx, rx] = subject::channel<int>();
  auto receiving = subject::spawn([=, own = std::move(rx)] {
    receiver.here();
    const bool value_first = own.recv() == 1;
    return value_first && own.recv().is_disconnected();
  });
  receiver.settle();

  tx.send(1);
  subject::drop(std::move(tx));

  CHECK(receiving.join() == true);
}
