// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace testing {

/// How a process ended, and what it printed.
struct ended {
  int exit_status;  // -1 where a signal ended it
  std::string output;
};

/// Runs the `PROGRAM` of this name over the same implementation, in a process of its own, and waits until it and all
/// that it left running have closed their output. Blocks.
ended run_program(std::string_view name);

}  // namespace testing
