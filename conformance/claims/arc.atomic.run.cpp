// SPDX-License-Identifier: MIT
#include <utility>
#include <vector>

#include "subject/claim.hpp"
#include "subject/counted.hpp"
#include "subject/gate.hpp"
#include "subject/owner.hpp"
#include "subject/thread.hpp"

// Owners that come and go on several threads at once are counted right.
CLAIM("arc.atomic") {
  constexpr int threads = 3, times = 2000;
  const subject::tally shared;
  const subject::gate start;
  subject::arc<subject::counted> first(subject::counted(shared, 42));
  std::vector<subject::join_handle<bool>> cloning;
  for (int thread = 0; thread < threads; ++thread) {
    cloning.push_back(subject::spawn([=, own = first.clone()] {
      start.pass();
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
  subject::drop(std::move(first));
  CHECK(shared.drops() == 1);
}
