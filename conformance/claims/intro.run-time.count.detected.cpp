// SPDX-License-Identifier: MIT
#include <thread>
#include <vector>

#include "testing/claim.hpp"
#include "testing/latch.hpp"

/// Numbers with several owners, which count themselves.
struct counted_primes {
  std::vector<int> numbers{2, 3, 5, 7};
  int owners = 2;
};

// The program of rc.not-send.alone.reject.cpp with a bare thread, and a pointer to a value that counts its
// owners in the place of an rc: it compiles.
DETECTED("intro.run-time", RACE) {
  const testing::latch dropped, dropped_again;
  auto* const primes = new counted_primes;

  std::thread reader([dropped, dropped_again, primes] {
    if (--primes->owners == 0) delete primes;
    dropped.open();
    dropped_again.wait();  // the detector may forget what a thread did that has ended
  });
  dropped.wait();  // later in time, yet a latch orders nothing that the detector could see
  const int left = --primes->owners;
  if (left == 0) delete primes;
  dropped_again.open();
  reader.join();

  CHECK(left == 0);  // got so far unseen
}
