// SPDX-License-Identifier: MIT
#include "row_slots.hpp"

#include <atomic>
#include <catch2/catch.hpp>
#include <thread>
#include <vector>

using fearless::certifier::row_slots;

TEST_CASE("at most as many rows run at once as there are slots, and one that holds all slots runs alone") {
  row_slots slots(2);
  std::atomic<unsigned> running = 0;
  std::atomic<bool> too_many = false, accompanied = false;
  {
    std::vector<std::jthread> threads;
    for (unsigned thread = 0; thread < 4; ++thread)
      threads.emplace_back([&, thread] {
        for (unsigned row = 0; row < 500; ++row) {
          const bool all = (row + thread) % 5 == 0;
          const row_slots::held slot(slots, all);
          const unsigned others = running++;
          if (others >= slots.count()) too_many = true;
          if (all && others > 0) accompanied = true;
          std::this_thread::yield();
          if (all && running != 1) accompanied = true;
          --running;
        }
      });
  }
  CHECK_FALSE(too_many);
  CHECK_FALSE(accompanied);
}
