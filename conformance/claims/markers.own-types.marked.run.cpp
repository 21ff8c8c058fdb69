// SPDX-License-Identifier: MIT
// Claim: The author of a type shall be able to give it either marker without the other, with the same effect as for the
//   implementation’s own types.
#include <atomic>
#include <vector>

#include "bindings/owner.hpp"
#include "bindings/thread.hpp"
#include "testing/claim.hpp"

namespace {

/// A count with its own lock.
class guarded_count {
 public:
  guarded_count() = default;
  guarded_count(guarded_count&&) noexcept {}  // moved only before anything is counted

  int add_one() const {
    while (taken_.test_and_set(std::memory_order_acquire)) taken_.wait(true, std::memory_order_relaxed);
    const int now = ++value_;
    taken_.clear(std::memory_order_release);
    taken_.notify_one();
    return now;
  }

 private:
  mutable std::atomic_flag taken_;
  mutable int value_ = 0;
};

}  // namespace

CLAIM("markers.own-types.marked") {
  constexpr int threads = 4;
  constexpr int times = 100;
  const bindings::arc<guarded_count> shared{guarded_count()};

  std::vector<bindings::join_handle<bindings::nothing>> counting;
  for (int thread = 0; thread < threads; ++thread)
    counting.push_back(bindings::spawn([mine = shared.clone()] {
      for (int time = 0; time < times; ++time) mine->add_one();
    }));
  for (auto& each : counting) each.join();

  CHECK(shared->add_one() == threads * times + 1);
}
