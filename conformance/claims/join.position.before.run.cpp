// SPDX-License-Identifier: MIT
// Claim: All output of a thread that is joined before the joiner’s own loop shall precede the output of the loop: in
//   the program above nine lines and then four, in this order, in every run.
#include <chrono>
#include <cstdio>

#include "bindings/thread.hpp"
#include "testing/claim.hpp"
#include "testing/process.hpp"
#include "testing/watch.hpp"

using namespace std::chrono_literals;

PROGRAM("join.position.before") {
  const testing::watch joiner;
  auto helper = bindings::spawn([=] {
    joiner.settle();  // until the joiner waits or spins
    for (int count = 1; count <= 9; ++count) {
      std::printf("helper %d\n", count);
      bindings::sleep(1ms);
    }
  });

  joiner.here();
  helper.join();
  for (int count = 1; count <= 4; ++count) {
    std::printf("main %d\n", count);
    bindings::sleep(1ms);
  }
  return 0;
}

CLAIM("join.position.before") {
  const auto ended = testing::run_program("join.position.before");

  CHECK(ended.exit_status == 0);
  CHECK(ended.output ==
        "helper 1\nhelper 2\nhelper 3\nhelper 4\nhelper 5\nhelper 6\nhelper 7\nhelper 8\nhelper 9\n"
        "main 1\nmain 2\nmain 3\nmain 4\n");
}
