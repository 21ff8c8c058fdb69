// SPDX-License-Identifier: MIT
#include <thread>
#include <vector>

#include "testing/claim.hpp"
#include "testing/latch.hpp"

// The program of closures.move.consumes.used.reject.cpp with a bare thread, and a pointer that both believe to be
// theirs: it compiles.
DETECTED("intro.run-time", RACE) {
  const testing::latch done, used;
  auto* const primes = new std::vector<int>{2, 3, 5, 7};

  std::thread owner([done, used, primes] {
    delete primes;
    done.open();
    used.wait();  // the detector may forget what a thread did that has ended
  });
  done.wait();
  const auto seen = primes->size();
  used.open();
  owner.join();

  CHECK(seen <= 4);
}
