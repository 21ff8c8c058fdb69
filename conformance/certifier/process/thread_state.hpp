// SPDX-License-Identifier: MIT
#pragma once

#include <sys/types.h>

#include <array>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace fearless::certifier {

/// What the kernel says of one thread at one moment.
struct thread_state {
  pid_t process = 0, thread = 0;
  std::string name;
  char state = '?';       ///< as in /proc: R runs, S sleeps, Z is a zombie …
  long system_call = -1;  ///< the one that it is in, or negative
  std::array<std::uint64_t, 6> arguments{};
  std::uint64_t voluntary = 0, involuntary = 0;  ///< context switches: unchanged means that it did not run in between
  bool blocks_all_signals = false;

  bool operator==(const thread_state&) const = default;
};

/// The threads of a process, in order, but those that are ending; none where it is gone.
std::vector<thread_state> threads_of(pid_t process);

/// Whether the kernel says in which system call a thread of this process waits. Containers may forbid it.
bool shows_system_calls(pid_t process);

/// The processes of a group and all their descendants, also those that have left it.
std::vector<pid_t> processes_of_group(pid_t group);

/// Whether the thread waits, without a limit of time, for something that only the group's own processes could do.
/// When in doubt, no: an unknown system call, a socket, a timer that may go off.
bool waits_for_ever(const thread_state& thread);

/// Whether the thread waits for another one with a limit of time, and for so long from when it began to. When in doubt,
/// no: a limit that is a moment and no length, or that can't be read.
bool waits_for(const thread_state& thread, std::chrono::milliseconds length);

/// Whether it sleeps for a time.
bool sleeps(const thread_state& thread);

/// One line: which thread, and what it is doing.
std::string describe(const thread_state& thread);

}  // namespace fearless::certifier
