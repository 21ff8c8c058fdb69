// SPDX-License-Identifier: MIT
#pragma once

#include <sys/types.h>

#include <cstddef>
#include <string>
#include <vector>

namespace fearless::certifier {

/// The processes of a running program, and the /proc that shows them.
struct program_processes {
  pid_t leader = 0;
  std::string proc = "/proc";
  bool are_in_box = false;  ///< then `proc` shows no others, except the first process of the box

  /// The leader, the processes of its group and all their descendants, including those that left the group.
  [[nodiscard]] std::vector<pid_t> all() const;
};

/// What a program uses at one moment.
struct resource_use {
  std::size_t memory = 0;  ///< bytes that are in memory; what several processes share counts once
  std::size_t threads = 0;
};

/// Finds out. Memory that is not above `enough` is counted quickly, and may be counted more than once.
resource_use use_of(const program_processes& program, std::size_t enough);

/// The processes whose parent is this one, in any state.
std::vector<pid_t> own_children();

}  // namespace fearless::certifier
