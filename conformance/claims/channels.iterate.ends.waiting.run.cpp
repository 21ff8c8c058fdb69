// SPDX-License-Identifier: MIT
// Claim: The iteration shall end when the receiver is disconnected and every message was yielded.
// Aspect: An iteration that waits ends when the last sender is dropped, and not before.
#include <utility>

#include "bindings/channel.hpp"
#include "bindings/thread.hpp"
#include "testing/claim.hpp"
#include "testing/latch.hpp"
#include "testing/watch.hpp"

CLAIM("channels.iterate.ends") {
  const testing::latch ended;
  const testing::watch receiver;
  auto [tx, rx] = bindings::channel<int>();
  auto iterating = bindings::spawn([=, own = std::move(rx)] {
    receiver.here();
    int count = 0;
    own.for_each([&count](int) { ++count; });
    ended.open();
    return count;
  });
  tx.send(1);
  receiver.settle();
  CHECK_FALSE(ended.is_open());

  bindings::drop(std::move(tx));

  CHECK(iterating.join() == 1);
}
