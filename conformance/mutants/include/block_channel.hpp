// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <deque>
#include <memory>

#include "queue_channel.hpp"

/// A channel whose queue consists of blocks. A mutant says how a sender finds the block that it puts a value into.
struct block_channel : queue_channel {
  struct block {
    std::size_t filled = 0;  ///< how many values were ever put into it
    std::deque<fearless_value> values{};
    std::shared_ptr<block> next{};

    void put(fearless_value value) {
      ++filled;
      values.push_back(value);
    }
  };

  fearless_received take(fearless_value* value) override {
    while (oldest->values.empty() && oldest->next) oldest = oldest->next;
    queue.swap(oldest->values);
    const auto outcome = queue_channel::take(value);
    queue.swap(oldest->values);
    return outcome;
  }

  std::shared_ptr<block> newest = std::make_shared<block>();
  std::shared_ptr<block> oldest = newest;
};
