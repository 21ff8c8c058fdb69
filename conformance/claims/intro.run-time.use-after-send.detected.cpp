// SPDX-License-Identifier: MIT
#include <mutex>
#include <queue>
#include <thread>
#include <vector>

#include "testing/claim.hpp"
#include "testing/latch.hpp"

// The program of channels.ownership.use-after-send.reject.cpp with a bare thread, and a queue of pointers in the place
// of the channel: it compiles.
DETECTED("intro.run-time", RACE) {
  const testing::latch sent, dropped, used;
  std::mutex lock;
  std::queue<std::vector<int>*> channel;
  auto* const primes = new std::vector<int>{2, 3, 5, 7};

  std::thread reader([sent, dropped, used, &lock, &channel] {
    sent.wait();
    const std::lock_guard held(lock);
    delete channel.front();
    dropped.open();
    used.wait();  // the detector may forget what a thread did that has ended
  });
  {
    const std::lock_guard held(lock);
    channel.push(primes);
  }
  sent.open();
  dropped.wait();
  const auto seen = primes->size();
  used.open();
  reader.join();

  CHECK(seen <= 4);
}
