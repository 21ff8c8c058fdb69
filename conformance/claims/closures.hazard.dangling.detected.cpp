// SPDX-License-Identifier: MIT
// Claim: The detector shall report a use of freed memory when a thread reads, through a reference, data that its
//   spawner has dropped.
#include <memory>
#include <vector>

#include "bindings/thread.hpp"
#include "testing/claim.hpp"
#include "testing/latch.hpp"

DETECTED("closures.hazard.dangling", RACE) {
  const testing::latch dropped;
  auto primes = std::make_unique<std::vector<int>>(std::vector{2, 3, 5, 7});

  auto handle = bindings::spawn([dropped, &borrowed = *primes] {
    dropped.wait();
    return borrowed.size();  // the vector is destroyed
  });
  primes.reset();
  dropped.open();
  const auto ended = handle.join();

  CHECK_FALSE(ended.panicked());
}
