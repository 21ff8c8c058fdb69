// SPDX-License-Identifier: MIT
// Claim: The environment of the closure shall be dropped on the new thread, and not by the thread that called spawn.
#include <unistd.h>

#include "bindings/thread.hpp"
#include "testing/claim.hpp"
#include "testing/counted.hpp"

CLAIM("threads.spawn.drop") {
  const testing::tally returned, panicked;

  bindings::spawn([own = testing::counted(returned, 1)] {}).join();
  bindings::spawn([own = testing::counted(panicked, 1)] { bindings::panic(1); }).join();

  CHECK(returned.drops() == 1);
  CHECK(returned.dropped_by() != gettid());
  CHECK(panicked.drops() == 1);
  CHECK(panicked.dropped_by() != gettid());
}
