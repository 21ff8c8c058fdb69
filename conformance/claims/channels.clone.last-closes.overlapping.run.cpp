// SPDX-License-Identifier: MIT
// Claim: The receiver shall be disconnected when the last sender of the channel is dropped, and not before, regardless
//   of which sender is the last.
// Aspect: Several threads clone and drop senders at the same time.
#include <utility>
#include <vector>

#include "bindings/channel.hpp"
#include "bindings/thread.hpp"
#include "testing/claim.hpp"
#include "testing/latch.hpp"

CLAIM("channels.clone.last-closes") {
  constexpr int threads = 3, times = 2000;
  const testing::latch start;
  auto [tx, rx] = bindings::channel<int>();
  std::vector<bindings::join_handle<bindings::nothing>> cloning;
  for (int thread = 0; thread < threads; ++thread) {
    cloning.push_back(bindings::spawn([=, own = tx.clone()] {
      start.wait();
      for (int time = 0; time < times; ++time) bindings::drop(own.clone());
    }));
  }

  start.open();
  for (auto& handle : cloning) handle.join();

  CHECK(rx.try_recv().is_empty());
  bindings::drop(std::move(tx));
  CHECK(rx.try_recv().is_disconnected());
}
