// SPDX-License-Identifier: MIT
#include <chrono>
#include <cstdio>

#include "subject/claim.hpp"
#include "subject/process.hpp"
#include "subject/thread.hpp"
#include "subject/watch.hpp"

using namespace std::chrono_literals;

PROGRAM("join.completes") {
  const subject::watch joiner;
  auto worker = subject::spawn([=] {
    joiner.settle();        // until the joiner waits
    subject::sleep(100ms);  // and let it wait, in case that its patience has an end
    std::puts("the work is complete");
  });

  joiner.here();
  worker.join();
  return 0;
}

CLAIM("join.completes") {
  const auto ended = subject::run_program("join.completes");

  CHECK(ended.exit_status == 0);
  CHECK(ended.output == "the work is complete\n");
}
