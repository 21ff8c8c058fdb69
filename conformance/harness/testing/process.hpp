// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace testing {

/// How a process ended, and what it printed.
struct ended {
  int exit_status;  // -1 where a signal ended the process
  std::string output;
};

/// Runs the `PROGRAM` of this name against the same implementation in another process. Waits until this process and all
/// that it left running have closed their output. If the program needs what the implementation lacks, the case ends
/// here with the verdict UNSUPPORTED. Blocks.
ended run_program(std::string_view name);

}  // namespace testing
