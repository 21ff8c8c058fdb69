// SPDX-License-Identifier: MIT
// Claim: The detector shall report each of these mistakes when the same program, written with bare threads and
//   pointers, runs.
// Aspect: A thread reads a vector that its spawner drops.
#include <memory>
#include <thread>
#include <vector>

#include "testing/claim.hpp"
#include "testing/latch.hpp"

// The program of closures.borrow.rejected.reject.cpp with a bare thread: it compiles.
DETECTED("intro.run-time", RACE) {
  const testing::latch dropped;
  auto primes = std::make_unique<std::vector<int>>(std::vector{2, 3, 5, 7});
  std::size_t seen = 0;

  std::thread reader([dropped, &borrowed = *primes, &seen] {
    dropped.wait();
    seen = borrowed.size();
  });
  primes.reset();
  dropped.open();
  reader.join();

  CHECK(seen <= 4);
}
