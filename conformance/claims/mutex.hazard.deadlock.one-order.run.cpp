// SPDX-License-Identifier: MIT
#include "subject/mutex.hpp"

#include <vector>

#include "subject/claim.hpp"
#include "subject/gate.hpp"
#include "subject/thread.hpp"

// Those who keep to one order go on, however often they meet.
CLAIM("mutex.hazard.deadlock") {
  constexpr int crowd = 4, rounds = 100;
  const subject::mutex<int> first(0), second(0);
  const subject::gate start;

  std::vector<subject::join_handle<subject::nothing>> threads;
  for (int one = 0; one < crowd; ++one) {
    threads.push_back(subject::spawn([=] {
      start.pass();
      for (int times = 0; times < rounds; ++times) {
        const auto held = first.lock();
        *held += 1;
        const auto held_too = second.lock();
        *held_too += 1;
      }
    }));
  }
  start.open();
  for (auto& thread : threads) thread.join();

  CHECK(first.lock() == crowd * rounds);
  CHECK(second.lock() == crowd * rounds);
}
