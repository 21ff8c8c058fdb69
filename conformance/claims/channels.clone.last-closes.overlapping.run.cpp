// SPDX-License-Identifier: MIT
#include <utility>
#include <vector>

#include "subject/channel.hpp"
#include "subject/claim.hpp"
#include "subject/gate.hpp"
#include "subject/thread.hpp"

// Senders that come and go on several threads at once are counted right: the channel is open while one of them lives,
// and closed when none does.
CLAIM("channels.clone.last-closes") {
  constexpr int threads = 3, times = 2000;
  const subject::gate start;
  auto [tx, rx] = subject::channel<int>();
  std::vector<subject::join_handle<subject::nothing>> cloning;
  for (int thread = 0; thread < threads; ++thread) {
    cloning.push_back(subject::spawn([=, own = tx.clone()] {
      start.pass();
      for (int time = 0; time < times; ++time) subject::drop(own.clone());
    }));
  }

  start.open();
  for (auto& handle : cloning) handle.join();

  CHECK(rx.try_recv().is_empty());
  subject::drop(std::move(tx));
  CHECK(rx.try_recv().is_disconnected());
}
