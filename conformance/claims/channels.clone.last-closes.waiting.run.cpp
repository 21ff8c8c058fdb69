// SPDX-License-Identifier: MIT
// Claim: The receiver shall be disconnected when the last sender of the channel is dropped, and not before, regardless
//   of which sender is the last.
// Aspect: A waiting receiver continues to wait while one sender is left, and wakes when it is dropped.
#include <utility>

#include "bindings/channel.hpp"
#include "bindings/thread.hpp"
#include "testing/claim.hpp"
#include "testing/latch.hpp"
#include "testing/watch.hpp"

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
