// SPDX-License-Identifier: MIT
// Processes that a program leaves behind, after it ended, outside of its group. Those of a box end with it. Others
// become children of this process, which is why they can be found.
#pragma once

#include <sys/types.h>

#include <functional>
#include <string>
#include <vector>

namespace fearless::certifier {

/// A variable in the environment of every program and of all that it starts: it tells which program an orphan belongs
/// to.
inline constexpr const char* mark_variable = "FEARLESS_PROGRAM";

/// A value of this variable, for one program.
std::string new_mark();

/// Starts a program and notes that it is running. `launch` returns its process, or a negative number.
pid_t start_marked(const std::string& mark, const std::function<pid_t()>& launch);

/// Notes that a program was waited for, then ends and waits for all orphans but those of other running programs.
/// Blocks: until they are gone.
void end_orphans_of(pid_t leader);

}  // namespace fearless::certifier
