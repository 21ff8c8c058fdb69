// SPDX-License-Identifier: MIT
// Claim: A spawned thread shall be able to run on after the function that spawned it has returned, with everything that
//   its closure owns valid until the call ends.
// Aspect: The function that spawned has returned without joining, and its stack frame is overwritten.
#include <vector>

#include "bindings/thread.hpp"
#include "testing/claim.hpp"
#include "testing/latch.hpp"
#include "testing/stack.hpp"

namespace {

/// Leaves only the thread behind, without a handle to join it.
[[gnu::noinline]] void spawn_and_forget(testing::latch returned, testing::latch whole, testing::latch done) {
  std::vector<int> primes{2, 3, 5, 7};
  bindings::drop(bindings::spawn([returned, whole, done, mine = std::move(primes)] {
    returned.wait();
    if (mine == std::vector{2, 3, 5, 7}) whole.open();
    done.open();
  }));
}

}  // namespace

CLAIM("closures.outlives") {
  const testing::latch returned, whole, done;

  spawn_and_forget(returned, whole, done);
  testing::overwrite_dead_stack();
  returned.open();
  done.wait();

  CHECK(whole.is_open());
}
