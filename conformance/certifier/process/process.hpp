// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <cstddef>
#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

namespace fearless::certifier {

/// How much a child process may use before it is stopped.
struct limits {
  std::chrono::milliseconds wall{30'000};
  std::chrono::seconds processor{20};
  std::size_t output = 1 << 20;  ///< bytes, of standard output and error together, and of events
  std::size_t file_size = 256 << 20;
};

/// A program to run in a process group of its own.
struct command {
  std::vector<std::string> arguments;              ///< the first is the program, looked up in PATH if it has no slash
  std::map<std::string, std::string> environment;  ///< set on top of the certifier's own
  std::filesystem::path directory;                 ///< where it starts; empty means here
  limits bounds;
  bool with_events = false;  ///< gives it a pipe for events, whose number replaces the argument "{events}"
  bool watch_for_deadlock = false;
  bool hosts_detector = false;  ///< each of its processes has one sleeping thread of the race detector's own
};

/// How a program ended and what it said.
struct outcome {
  std::optional<int> exit_code;
  std::optional<int> signal;  ///< also set where the certifier killed it; the flags say why
  bool timed_out = false;
  bool deadlocked = false;
  bool output_capped = false;
  std::chrono::milliseconds elapsed{};
  std::string output;           ///< standard output and error as they came
  std::string standard_output;  ///< standard output alone
  std::vector<nlohmann::json> events;
  std::size_t garbled_events = 0;    ///< lines on the event pipe that were no JSON object
  std::vector<std::string> threads;  ///< after a timeout or a deadlock, a line per thread: what it was doing
};

/// Whether an end says more of the machine than of the program: it was stopped from outside, or there was no room left.
bool is_of_machine(const outcome& seen);

/// Runs a program to its end, or until it passes a limit or deadlocks; nothing of its group outlives the call.
/// Blocks: until the program ends. Errors: `user_error` where the program can't be started at all, `interrupted` after
/// a signal to stop (see interruption.hpp). Thread safety: any number of threads may run programs at once.
outcome run(const command& program);

}  // namespace fearless::certifier
