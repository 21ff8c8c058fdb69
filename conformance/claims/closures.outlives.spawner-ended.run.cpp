// SPDX-License-Identifier: MIT
// Claim: A spawned thread shall be able to run on after the function that spawned it has returned, with everything that
//   its closure owns valid until the call ends.
// Aspect: The spawner was a thread that has ended.
#include <vector>

#include "bindings/thread.hpp"
#include "testing/claim.hpp"
#include "testing/latch.hpp"

CLAIM("closures.outlives") {
  const testing::latch ended, whole, done;

  auto spawner = bindings::spawn([ended, whole, done] {
    std::vector<int> primes{2, 3, 5, 7};
    bindings::drop(bindings::spawn([ended, whole, done, mine = std::move(primes)] {
      ended.wait();
      if (mine == std::vector{2, 3, 5, 7}) whole.open();
      done.open();
    }));
  });
  spawner.join();  // and with it ends the stack on which the second thread was spawned
  ended.open();
  done.wait();

  CHECK(whole.is_open());
}
