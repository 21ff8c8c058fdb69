// SPDX-License-Identifier: MIT
// Claim: Another thread shall be able to acquire a lock when its holder has released it, and not before. try_lock
//   reports at once whether it acquired the lock.
#include "bindings/mutex.hpp"

#include <cstddef>
#include <optional>
#include <vector>

#include "bindings/thread.hpp"
#include "testing/claim.hpp"
#include "testing/journal.hpp"
#include "testing/latch.hpp"
#include "testing/watch.hpp"

// The threads enter one by one, each when the previous one has unlocked, and not before.
CLAIM("mutex.unlock.required") {
  constexpr std::size_t crowd = 3;
  const bindings::mutex<std::size_t> next(0);
  const std::vector<testing::latch> inside(crowd), leave(crowd);
  const std::vector<testing::watch> waiting(crowd);
  const testing::journal entries;

  std::optional first(next.lock());
  std::vector<bindings::join_handle<bindings::nothing>> threads;
  for (const auto& self : waiting) {
    threads.push_back(bindings::spawn([=] {
      self.here();
      const auto held = next.lock();
      entries.note('+');
      const std::size_t number = (*held)++;
      inside[number].open();
      leave[number].wait();
    }));
  }
  for (const auto& each : waiting) each.settle();
  REQUIRE(entries.text().empty());

  first.reset();
  for (std::size_t number = 0; number < crowd; ++number) {
    inside[number].wait();
    for (const auto& each : waiting) each.settle();
    REQUIRE(entries.text().size() == number + 1);
    leave[number].open();
  }
  for (auto& thread : threads) thread.join();
}
