// SPDX-License-Identifier: MIT
#include <utility>

#include "subject/channel.hpp"
#include "subject/claim.hpp"
#include "subject/gate.hpp"
#include "subject/thread.hpp"
#include "subject/watch.hpp"

// A receiver that is waiting goes on to wait while a sender is left, and is woken when the last one goes.
CLAIM("channels.clone.last-closes") {
  const subject::gate returned;
  const subject::watch receiver;
  auto [first, rx] = subject::channel<int>();
  auto second = first.clone();
  auto receiving = subject::spawn([=, own = std::move(rx)] {
    receiver.here();
    const bool closed = own.recv().is_disconnected();
    returned.open();
    return closed;
  });
  receiver.settle();

  subject::drop(std::move(first));
  receiver.settle();
  CHECK_FALSE(returned.is_open());
  subject::drop(std::move(second));

  CHECK(receiving.join() == true);
}
