// SPDX-License-Identifier: MIT
#include "subject/mutex.hpp"

#include <cstddef>
#include <optional>
#include <vector>

#include "subject/claim.hpp"
#include "subject/gate.hpp"
#include "subject/journal.hpp"
#include "subject/thread.hpp"
#include "subject/watch.hpp"

// They come in one by one, each when the one before it has given the lock up, and none of them sooner.
CLAIM("mutex.unlock.required") {
  constexpr std::size_t crowd = 3;
  const subject::mutex<std::size_t> next(0);
  const std::vector<subject::gate> inside(crowd), leave(crowd);
  const std::vector<subject::watch> waiting(crowd);
  const subject::journal entries;

  std::optional first(next.lock());
  std::vector<subject::join_handle<subject::nothing>> threads;
  for (const auto& self : waiting) {
    threads.push_back(subject::spawn([=] {
      self.here();
      const auto held = next.lock();
      entries.note('+');
      const std::size_t number = (*held)++;
      inside[number].open();
      leave[number].pass();
    }));
  }
  for (const auto& each : waiting) each.settle();
  REQUIRE(entries.text().empty());

  first.reset();
  for (std::size_t number = 0; number < crowd; ++number) {
    inside[number].pass();
    for (const auto& each : waiting) each.settle();
    REQUIRE(entries.text().size() == number + 1);
    leave[number].open();
  }
  for (auto& thread : threads) thread.join();
}
