// SPDX-License-Identifier: MIT
// Mutant: each thread has its own queue in the channel, so that a sender that moves uses another one.
// Breaks: channels.order
// Verdict: FAIL
// Case: channels.order.moved.run
#include <algorithm>
#include <thread>
#include <vector>

#include "queue_channel.hpp"

struct sharded : queue_channel {
  void put(fearless_value value, int) override {
    auto own = std::ranges::find(threads, std::this_thread::get_id());
    own = own == threads.end() ? threads.insert(own, std::this_thread::get_id()) : own;
    // The queues of the threads are concatenated: the message goes behind those of its own thread.
    const auto thread = own - threads.begin();
    const auto place = std::ranges::upper_bound(owners, thread);
    queue.insert(queue.begin() + (place - owners.begin()), value);
    owners.insert(place, thread);
  }
  fearless_received take(fearless_value* value) override {
    if (!owners.empty()) owners.erase(owners.begin());
    return queue_channel::take(value);
  }

  std::vector<std::thread::id> threads;
  std::vector<std::ptrdiff_t> owners;  // for each message in the queue
};

MUTANT(port) {
  port.channels = queue_channels<sharded>();
}
