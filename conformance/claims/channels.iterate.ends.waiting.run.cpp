// SPDX-License-Identifier: MIT
#include <utility>

#include "bindings/channel.hpp"
#include "bindings/thread.hpp"
#include "testing/claim.hpp"
#include "testing/latch.hpp"
#include "testing/watch.hpp"

// An iteration that waits for a value ends when it is known that none will come, and not before.
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
