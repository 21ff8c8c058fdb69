// SPDX-License-Identifier: MIT
// Mutant: the channels are in a table with 256 places: the 257th one is the first one, if that still exists.
// Breaks: channels.create
// Verdict: FAIL
// Case: channels.create.scenarios
#include <array>

#include "queue_channel.hpp"

static std::mutex lock_of_table;
static std::array<std::weak_ptr<queue_channel>, 256> table;
static std::size_t next_place = 0;

MUTANT(port) {
  port.channels = queue_channels<queue_channel>();
  port.channels.channel = [](fearless_sender** sender, fearless_receiver** receiver) {
    const std::scoped_lock locked(lock_of_table);
    auto& place = table[next_place++ % table.size()];
    auto channel = place.lock();
    const int number = channel ? channel->add_sender() : 0;
    if (!channel) place = channel = std::make_shared<queue_channel>();
    *sender = reinterpret_cast<fearless_sender*>(new queue_sender{channel, number});
    *receiver = reinterpret_cast<fearless_receiver*>(new queue_receiver{channel});
  };
}
