// SPDX-License-Identifier: MIT
// Claim: The result of a thread that is not joined shall be dropped once, when the thread has finished and its join
//   handle is dropped.
// Aspect: The thread has finished when its handle is dropped.
#include <utility>

#include "bindings/thread.hpp"
#include "testing/claim.hpp"
#include "testing/counted.hpp"
#include "testing/farewell.hpp"
#include "testing/latch.hpp"
#include "testing/watch.hpp"

CLAIM("join.handle.result") {
  const testing::tally results;
  const testing::latch dropped;
  const testing::watch worker;
  auto handle = bindings::spawn([=] {
    worker.here();
    return std::pair(testing::farewell(dropped), testing::counted(results, 42));
  });
  worker.settle();
  CHECK(results.drops() == 0);

  bindings::drop(std::move(handle));

  dropped.wait();
  CHECK(results.copies() == 0);
  CHECK(results.drops() == 1);
}
