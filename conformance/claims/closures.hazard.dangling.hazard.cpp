// SPDX-License-Identifier: MIT
#include <memory>
#include <vector>

#include "subject/claim.hpp"
#include "subject/gate.hpp"
#include "subject/thread.hpp"

HAZARD("closures.hazard.dangling", RACE) {
  const subject::gate dropped;
  auto primes = std::make_unique<std::vector<int>>(std::vector{2, 3, 5, 7});

  auto handle = subject::spawn([dropped, &borrowed = *primes] {
    dropped.pass();
    return borrowed.size();  // of a vector that is no more
  });
  primes.reset();
  dropped.open();
  const auto ended = handle.join();

  CHECK_FALSE(ended.panicked());
}
