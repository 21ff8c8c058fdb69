// SPDX-License-Identifier: MIT
// Claim: The detector shall report each of these mistakes when the same program, written with bare threads and
//   pointers, runs.
// Aspect: The spawner uses a value that it has given to a thread, which drops it.
#include <thread>
#include <vector>

#include "testing/claim.hpp"
#include "testing/latch.hpp"

// A use after a move, with a bare thread and with a pointer that both threads use as its owner: it compiles.
DETECTED("intro.run-time", RACE) {
  const testing::latch done, used;
  auto* const primes = new std::vector<int>{2, 3, 5, 7};

  std::thread owner([done, used, primes] {
    delete primes;
    done.open();
    used.wait();  // the detector may forget the accesses of a thread that has ended
  });
  done.wait();
  const auto seen = primes->size();
  used.open();
  owner.join();

  CHECK(seen <= 4);
}
