// SPDX-License-Identifier: MIT
#pragma once

#include <sys/types.h>

#include <optional>
#include <string>

#include "file_descriptor.hpp"
#include "process.hpp"

namespace fearless::certifier {

/// A started program, the leader of its own process group, and our non-blocking ends of its pipes and of its socket.
struct child {
  pid_t process = 0;
  file_descriptor ending;  ///< a pidfd: readable once the leader has ended
  file_descriptor standard_output, standard_error, events;
  std::string secret;  ///< sent on the socket of the events: only who has read it can write events
};

/// Starts a program with an empty standard input and no open files besides its pipes and the socket of its events.
/// The program is killed if the calling thread ends before it. Errors: `user_error` if it can't be started.
child spawn(const command& program);

/// How the leader of a group ended.
struct ending {
  std::optional<int> exit_code, signal;
};

/// Kills what is left of a child's group and waits until all its processes are gone, orphans of the leader included.
ending end_group(const child& leader);

}  // namespace fearless::certifier
