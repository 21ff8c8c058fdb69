// SPDX-License-Identifier: MIT
// Claim: The reference count of an Arc shall always be the number of its owners, however many threads clone and drop
//   them at the same time.
// Aspect: Several threads clone one and the same owner.
#include <utility>
#include <vector>

#include "bindings/owner.hpp"
#include "bindings/thread.hpp"
#include "testing/claim.hpp"
#include "testing/counted.hpp"
#include "testing/latch.hpp"

CLAIM("arc.atomic.count") {
  constexpr int threads = 3, times = 1000;
  using owner = bindings::arc<testing::counted>;
  const testing::tally shared;
  const testing::latch start;
  bindings::arc<owner> in_common(owner(testing::counted(shared, 42)));
  std::vector<bindings::join_handle<bool>> cloning;
  for (int thread = 0; thread < threads; ++thread) {
    cloning.push_back(bindings::spawn([=, own = in_common.clone()] {
      start.wait();
      bool lived = true;
      for (int time = 0; time < times; ++time) {
        const auto another = own->clone();
        lived = lived && shared.drops() == 0 && another->value() == 42;
      }
      return lived;
    }));
  }

  start.open();
  for (auto& handle : cloning) CHECK(handle.join() == true);

  CHECK(in_common->count() == 1);
  CHECK(shared.drops() == 0);
  bindings::drop(std::move(in_common));
  CHECK(shared.drops() == 1);
}
