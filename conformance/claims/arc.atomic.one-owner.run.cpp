// SPDX-License-Identifier: MIT
#include <utility>
#include <vector>

#include "subject/claim.hpp"
#include "subject/counted.hpp"
#include "subject/gate.hpp"
#include "subject/owner.hpp"
#include "subject/thread.hpp"

// Several threads may clone one and the same owner: here one that they have in common, since it is shared itself.
CLAIM("arc.atomic") {
  constexpr int threads = 3, times = 1000;
  using owner = subject::arc<subject::counted>;
  const subject::tally shared;
  const subject::gate start;
  subject::arc<owner> in_common(owner(subject::counted(shared, 42)));
  std::vector<subject::join_handle<bool>> cloning;
  for (int thread = 0; thread < threads; ++thread) {
    cloning.push_back(subject::spawn([=, own = in_common.clone()] {
      start.pass();
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
  subject::drop(std::move(in_common));
  CHECK(shared.drops() == 1);
}
