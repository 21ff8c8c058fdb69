// SPDX-License-Identifier: MIT
// Claim: The work of a thread that is joined before the main thread ends shall be complete when the process ends,
//   however long it takes.
#include <chrono>
#include <cstdio>

#include "bindings/thread.hpp"
#include "testing/claim.hpp"
#include "testing/process.hpp"
#include "testing/watch.hpp"

using namespace std::chrono_literals;

PROGRAM("join.completes") {
  const testing::watch joiner;
  auto worker = bindings::spawn([=] {
    joiner.settle();         // until the joiner waits
    bindings::sleep(100ms);  // longer, in case that an implementation waits with a time limit
    std::puts("the work is complete");
  });

  joiner.here();
  worker.join();
  return 0;
}

CLAIM("join.completes") {
  const auto ended = testing::run_program("join.completes");

  CHECK(ended.exit_status == 0);
  CHECK(ended.output == "the work is complete\n");
}
