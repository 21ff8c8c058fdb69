// SPDX-License-Identifier: MIT
// Claim: The reference count of an Arc shall always be the number of its owners, however many threads clone and drop
//   them at the same time.
// Aspect: Several threads clone and drop their owners at the same time.
#include <utility>
#include <vector>

#include "bindings/owner.hpp"
#include "bindings/thread.hpp"
#include "testing/claim.hpp"
#include "testing/counted.hpp"
#include "testing/latch.hpp"

CLAIM("arc.atomic.count") {
  constexpr int threads = 3, times = 2000;
  const testing::tally shared;
  const testing::latch start;
  bindings::arc<testing::counted> first(testing::counted(shared, 42));
  std::vector<bindings::join_handle<bool>> cloning;
  for (int thread = 0; thread < threads; ++thread) {
    cloning.push_back(bindings::spawn([=, own = first.clone()] {
      start.wait();
      bool lived = true;
      for (int time = 0; time < times; ++time) {
        const auto another = own.clone();
        lived = lived && shared.drops() == 0 && another->value() == 42;
      }
      return lived;
    }));
  }

  start.open();
  for (auto& handle : cloning) CHECK(handle.join() == true);

  CHECK(first.count() == 1);
  CHECK(shared.drops() == 0);
  bindings::drop(std::move(first));
  CHECK(shared.drops() == 1);
}
