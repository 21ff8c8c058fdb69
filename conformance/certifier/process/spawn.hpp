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
  std::string secret;   ///< sent on the socket of the events: only who has read it can write events
  file_descriptor box;  ///< a socket: what the box reports, see box/box.cpp
};

/// Starts a program with an empty standard input and no open files besides its pipes and the socket of its events.
/// The program is killed if the calling thread ends before it. Errors: `user_error` if it can't be started.
child spawn(const command& program);

/// How the leader of a group ended.
struct ending {
  std::optional<int> exit_code, signal;
};

/// Kills what is left of a child and waits until all that it started is gone.
ending end_all(const child& leader);

}  // namespace fearless::certifier
