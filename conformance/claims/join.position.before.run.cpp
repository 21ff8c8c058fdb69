// SPDX-License-Identifier: MIT
#include <chrono>
#include <cstdio>

#include "subject/claim.hpp"
#include "subject/process.hpp"
#include "subject/thread.hpp"
#include "subject/watch.hpp"

using namespace std::chrono_literals;

PROGRAM("join.position.before") {
  const subject::watch joiner;
  auto helper = subject::spawn([=] {
    joiner.settle();  // until the joiner waits, or is in the middle of its loop
    for (int count = 1; count <= 9; ++count) {
      std::printf("helper %d\n", count);
      subject::sleep(1ms);
    }
  });

  joiner.here();
  helper.join();
  for (int count = 1; count <= 4; ++count) {
    std::printf("main %d\n", count);
    subject::sleep(1ms);
  }
  return 0;
}

CLAIM("join.position.before") {
  const auto ended = subject::run_program("join.position.before");

  CHECK(ended.exit_status == 0);
  CHECK(ended.output ==
        "helper 1\nhelper 2\nhelper 3\nhelper 4\nhelper 5\nhelper 6\nhelper 7\nhelper 8\nhelper 9\n"
        "main 1\nmain 2\nmain 3\nmain 4\n");
}
