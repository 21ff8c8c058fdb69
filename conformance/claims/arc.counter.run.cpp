// SPDX-License-Identifier: MIT
// Claim: Ten threads that each add one to the same number, which is 0 at first, in a mutex that they share through an
//   Arc, shall leave it at 10.
#include <thread>
#include <vector>

#include "bindings/mutex.hpp"
#include "bindings/owner.hpp"
#include "bindings/thread.hpp"
#include "testing/claim.hpp"
#include "testing/latch.hpp"

// The threads start together, and yield in the middle of their turns.
CLAIM("arc.counter") {
  constexpr int threads = 10;
  const testing::latch start;
  const bindings::arc<bindings::mutex<int>> counter(bindings::mutex(0));
  std::vector<bindings::join_handle<bool>> adding;
  for (int thread = 0; thread < threads; ++thread) {
    adding.push_back(bindings::spawn([start, own = counter.clone()] {
      start.wait();
      const auto number = own->lock();
      if (!number.is_locked()) return false;
      const int seen = *number;
      std::this_thread::yield();
      *number = seen + 1;
      return true;
    }));
  }

  start.open();
  for (auto& handle : adding) CHECK(handle.join() == true);

  CHECK(counter->lock() == threads);
  CHECK(counter.count() == 1);
}
