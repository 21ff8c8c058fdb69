// SPDX-License-Identifier: MIT
#include <utility>

#include "subject/channel.hpp"
#include "subject/claim.hpp"
#include "subject/gate.hpp"
#include "subject/thread.hpp"
#include "subject/watch.hpp"

// An iteration that waits for a value ends when it is known that none will come, and not before.
CLAIM("channels.iterate.ends") {
  const subject::gate ended;
  const subject::watch receiver;
  auto [tx, rx] = subject::channel<int>();
  auto iterating = subject::spawn([=, own = std::move(rx)] {
    receiver.here();
    int count = 0;
    own.for_each([&count](int) { ++count; });
    ended.open();
    return count;
  });
  tx.send(1);
  receiver.settle();
  CHECK_FALSE(ended.is_open());

  subject::drop(std::move(tx));

  CHECK(iterating.join() == 1);
}
