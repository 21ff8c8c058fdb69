// SPDX-License-Identifier: MIT
#include <thread>
#include <vector>

#include "subject/claim.hpp"
#include "subject/gate.hpp"
#include "subject/mutex.hpp"
#include "subject/owner.hpp"
#include "subject/thread.hpp"

// The threads begin together, and in the middle of their turns they give way.
CLAIM("arc.counter") {
  constexpr int threads = 10;
  const subject::gate start;
  const subject::arc<subject::mutex<int>> counter(subject::mutex(0));
  std::vector<subject::join_handle<bool>> adding;
  for (int thread = 0; thread < threads; ++thread) {
    adding.push_back(subject::spawn([start, own = counter.clone()] {
      start.pass();
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
