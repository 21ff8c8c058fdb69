// SPDX-License-Identifier: MIT
// Claim: When the main thread ends, the process shall end, and every spawned thread with it, finished or not.
#include <cstdio>

#include "bindings/thread.hpp"
#include "testing/claim.hpp"
#include "testing/latch.hpp"
#include "testing/process.hpp"

PROGRAM("threads.exit") {
  const testing::latch runs, never_opened;
  auto unfinished = bindings::spawn([=] {
    runs.open();
    never_opened.wait();
    std::puts("spawned thread ends");
  });

  runs.wait();
  std::puts("main thread ends");
  return 0;
}

CLAIM("threads.exit") {
  const auto ended = testing::run_program("threads.exit");

  CHECK(ended.exit_status == 0);
  CHECK(ended.output == "main thread ends\n");
}
