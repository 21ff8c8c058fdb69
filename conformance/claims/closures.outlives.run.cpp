// SPDX-License-Identifier: MIT
// Claim: A spawned thread shall be able to run on after the function that spawned it has returned, with everything that
//   its closure owns valid until the call ends.
#include <vector>

#include "bindings/thread.hpp"
#include "testing/claim.hpp"
#include "testing/latch.hpp"
#include "testing/stack.hpp"

namespace {

/// Its stack frame ends when it returns; the thread that it spawned does not.
[[gnu::noinline]] bindings::join_handle<std::vector<int>> spawn_and_return(testing::latch returned) {
  std::vector<int> primes{2, 3, 5, 7};
  return bindings::spawn([returned, mine = std::move(primes)] {
    returned.wait();
    return mine;
  });
}

}  // namespace

CLAIM("closures.outlives") {
  const testing::latch returned;

  auto handle = spawn_and_return(returned);
  testing::overwrite_dead_stack();
  returned.open();
  const auto ended = handle.join();

  CHECK(ended == std::vector{2, 3, 5, 7});
}
