// SPDX-License-Identifier: MIT
// Claim: The detector shall report each of these mistakes when the same program, written with bare threads and
//   pointers, runs.
// Aspect: A sender uses a value that it has sent to a thread, which drops it.
#include <mutex>
#include <queue>
#include <thread>
#include <vector>

#include "testing/claim.hpp"
#include "testing/latch.hpp"

// A use after a send, with a bare thread and with a queue of pointers in place of the channel: it compiles.
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
    used.wait();  // the detector may forget the accesses of a thread that has ended
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
