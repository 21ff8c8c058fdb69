// SPDX-License-Identifier: MIT
// Claim: The result of a thread that is not joined shall be dropped once, when the thread has finished and its join
//   handle is dropped.
#include <utility>

#include "bindings/thread.hpp"
#include "testing/claim.hpp"
#include "testing/counted.hpp"
#include "testing/farewell.hpp"
#include "testing/latch.hpp"

CLAIM("join.handle.result") {
  const testing::tally results;
  const testing::latch unjoined, dropped;

  bindings::drop(bindings::spawn([=] {
    unjoined.wait();
    return std::pair(testing::farewell(dropped), testing::counted(results, 42));
  }));
  unjoined.open();

  dropped.wait();
  CHECK(results.copies() == 0);
  CHECK(results.drops() == 1);
}
