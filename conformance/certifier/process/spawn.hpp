// SPDX-License-Identifier: MIT
#pragma once

#include <sys/types.h>

#include <optional>

#include "file_descriptor.hpp"
#include "process.hpp"

namespace fearless::certifier {

/// A started program, the leader of a process group of its own, and our ends of its pipes (which never block).
struct child {
  pid_t process = 0;
  file_descriptor ending;  ///< a pidfd: readable once the leader has ended
  file_descriptor standard_output, standard_error, events;
};

/// Starts a program with nothing on its standard input and no file of ours but its pipes.
/// The program is killed if the calling thread ends before it. Errors: `user_error` where it can't be started.
child spawn(const command& program);

/// How the leader of a group ended.
struct ending {
  std::optional<int> exit_code, signal;
};

/// Kills what is left of a child's group and waits until all of it is gone, also what its leader left orphaned.
ending end_group(const child& leader);

}  // namespace fearless::certifier
