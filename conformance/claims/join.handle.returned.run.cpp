// SPDX-License-Identifier: MIT
// Claim: spawn shall return a join handle for the thread that it started.
#include "bindings/thread.hpp"
#include "testing/claim.hpp"
#include "testing/latch.hpp"

// Each handle joins its own thread, in whatever order the threads end.
CLAIM("join.handle.returned") {
  const testing::latch second_got_there;

  auto first = bindings::spawn([=] {
    second_got_there.wait();
    return 1;
  });
  auto second = bindings::spawn([=] {
    second_got_there.open();
    return 2;
  });
  const auto first_ended = first.join();
  const auto second_ended = second.join();

  CHECK(first_ended == 1);
  CHECK(second_ended == 2);
}
