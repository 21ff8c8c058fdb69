// SPDX-License-Identifier: MIT
#include <cstdio>

#include "subject/claim.hpp"
#include "subject/gate.hpp"
#include "subject/process.hpp"
#include "subject/thread.hpp"

PROGRAM("threads.exit") {
  const subject::gate runs, nobody_opens;
  auto unfinished = subject::spawn([=] {
    runs.open();
    nobody_opens.pass();
    std::puts("spawned thread ends");
  });

  runs.pass();
  std::puts("main thread ends");
  return 0;
}

CLAIM("threads.exit") {
  const auto ended = subject::run_program("threads.exit");

  CHECK(ended.exit_status == 0);
  CHECK(ended.output == "main thread ends\n");
}
