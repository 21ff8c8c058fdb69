// SPDX-License-Identifier: MIT
#pragma once

#include <sys/types.h>

#include <string>
#include <vector>

namespace unseen {

/// From now on, when the process gets SIGWINCH from another one, each of its threads but `others` writes to the file
/// where it is in the implementation's code: a line with its number and, after tabs, the file and the offset of each
/// frame, the innermost first. A line `end` follows when all have done so. The certifier asks when it has found that no
/// thread will go on, so it is of no importance that a thread may hold a lock of the loader then.
void write_stacks_on_request(const std::string& file, const std::vector<pid_t>& others);

}  // namespace unseen
