// SPDX-License-Identifier: MIT
// Claim: A thread that is joined after the joiner’s own loop shall be able to overlap with the loop, each taking steps
//   while the other is in the middle of its own.
#include <chrono>
#include <cstdio>
#include <sstream>
#include <string>

#include "bindings/thread.hpp"
#include "testing/claim.hpp"
#include "testing/latch.hpp"
#include "testing/process.hpp"

using namespace std::chrono_literals;

PROGRAM("join.position.after") {
  const testing::latch main_began, helper_began;
  auto helper = bindings::spawn([=] {
    main_began.wait();
    for (int count = 1; count <= 9; ++count) {
      std::printf("helper %d\n", count);
      helper_began.open();
      bindings::sleep(1ms);
    }
  });

  for (int count = 1; count <= 4; ++count) {
    std::printf("main %d\n", count);
    main_began.open();
    helper_began.wait();  // the helper is counting
    bindings::sleep(1ms);
  }
  helper.join();
  return 0;
}

namespace {

/// The lines of one thread.
std::string lines_of(const std::string& thread, const std::string& output) {
  std::string own;
  std::istringstream lines(output);
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with(thread)) own += line + '\n';
  }
  return own;
}

}  // namespace

CLAIM("join.position.after") {
  const auto ended = testing::run_program("join.position.after");

  CHECK(ended.exit_status == 0);
  CHECK(ended.output.starts_with("main 1\nhelper 1\n"));
  CHECK(lines_of("main", ended.output) == "main 1\nmain 2\nmain 3\nmain 4\n");
  CHECK(lines_of("helper", ended.output) ==
        "helper 1\nhelper 2\nhelper 3\nhelper 4\nhelper 5\nhelper 6\nhelper 7\nhelper 8\nhelper 9\n");
}
