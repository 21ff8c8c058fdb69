// SPDX-License-Identifier: MIT
// Claim: The detector shall report each of these mistakes when the same program, written with bare threads and
//   pointers, runs.
// Aspect: Two threads change the count of one value's owners without synchronisation.
#include <thread>
#include <vector>

#include "testing/claim.hpp"
#include "testing/latch.hpp"

/// Numbers that count their owners.
struct counted_primes {
  std::vector<int> numbers{2, 3, 5, 7};
  int owners = 2;
};

// A program in which an Rc goes to another thread, with a bare thread, and with a pointer to a value that counts its
// owners in place of the Rc: it compiles.
DETECTED("intro.run-time", RACE) {
  const testing::latch dropped, dropped_again;
  auto* const primes = new counted_primes;

  std::thread reader([dropped, dropped_again, primes] {
    if (--primes->owners == 0) delete primes;
    dropped.open();
    dropped_again.wait();  // the detector may forget the accesses of a thread that has ended
  });
  dropped.wait();  // later in time; a latch orders nothing for the detector
  const int left = --primes->owners;
  if (left == 0) delete primes;
  dropped_again.open();
  reader.join();

  CHECK(left == 0);  // reached only without a report
}
