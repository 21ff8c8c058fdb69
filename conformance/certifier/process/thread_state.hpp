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

/// The state of one thread at one moment, from /proc.
struct thread_state {
  std::string folder;  ///< of its process, in the /proc that shows it
  pid_t process = 0, thread = 0;
  std::string name;
  char state = '?';       ///< R: runs, S: sleeps, Z: zombie …
  long system_call = -1;  ///< negative: none
  std::array<std::uint64_t, 6> arguments{};
  std::uint64_t voluntary = 0, involuntary = 0;  ///< context switches; they do not change while it sleeps
  bool blocks_all_signals = false;
  bool catches_alarms = false;  ///< its process has a handler for SIGALRM

  bool operator==(const thread_state&) const = default;
};

/// The threads of a process, in order, without those that are ending; empty if the process is gone.
std::vector<thread_state> threads_of(pid_t process, const std::string& proc = "/proc");

/// Whether the kernel says in which system call a thread of this process waits. Containers may forbid it.
bool shows_system_calls(pid_t process);

/// Whether the thread waits without a time limit for something that only the program's own processes can do. No if in
/// doubt: an unknown system call, a socket, a timer, a handler for the signal of a timer.
bool waits_for_ever(const thread_state& thread);

/// Whether the thread waits for another with a time limit of at least this length. No if in doubt: a limit that is a
/// point in time, or that can't be read.
bool waits_for(const thread_state& thread, std::chrono::milliseconds length);

/// Whether the thread sleeps for a time.
bool sleeps(const thread_state& thread);

/// The thread and what it is doing, in one line.
std::string describe(const thread_state& thread);

}  // namespace fearless::certifier
