// SPDX-License-Identifier: MIT
// Claim: The closure that spawn takes shall be called exactly once, unless the process ends first, with its whole
//   environment, which lasts until the call has ended.
#include "bindings/thread.hpp"
#include "testing/claim.hpp"
#include "testing/counted.hpp"

CLAIM("threads.spawn.closure") {
  const testing::tally state;

  auto handle = bindings::spawn([runs = 0, held = testing::counted(state, 41)]() mutable {
    ++runs;
    return runs + held.value();
  });
  const auto ended = handle.join();

  CHECK(ended == 42);
  CHECK(state.drops() == 1);
}
