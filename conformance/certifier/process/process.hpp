// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <cstddef>
#include <filesystem>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "file_descriptor.hpp"

namespace fearless::certifier {

/// What a child process may use before it is stopped.
struct limits {
  std::chrono::milliseconds wall{30'000};
  std::chrono::seconds processor{20};
  std::size_t output = 1 << 20;  ///< bytes of standard output and error together, and of events
  std::size_t file_size = 256 << 20;
  std::size_t memory = 1 << 30;  ///< bytes that all its processes have in memory; seen at intervals
  std::size_t threads = 2000;    ///< of all its processes; seen at intervals
};

/// Where a program runs that is not trusted: in namespaces of its own, with a read-only tree, its own processes and no
/// network. All that it starts ends with it. See containment.hpp for whether the machine permits it.
struct box {
  static constexpr std::size_t folder_size = 64 << 20;  ///< bytes of `folder`, and as many of /dev/shm

  std::filesystem::path folder;              ///< must exist; the program starts there, in a new, empty folder
  std::vector<std::filesystem::path> files;  ///< what it may write besides; they must exist
};

/// A program to run in a process group of its own, or in a box.
struct command {
  std::vector<std::string> arguments;              ///< the first is the program, found on PATH if it has no slash
  std::map<std::string, std::string> environment;  ///< added to the certifier's own
  std::filesystem::path directory;                 ///< where it starts; empty: the current folder
  limits bounds;
  bool with_events = false;  ///< opens a socket for events; its number replaces the argument "{events}"
  bool watch_for_deadlock = false;
  bool hosts_detector = false;    ///< each of its processes has one thread of the race detector
  bool has_housekeeping = false;  ///< threads that the library starts while it is loaded wake no others
  /// The name of a file in its folder to which it writes, on SIGWINCH, where its threads are; the last line is `end`.
  std::string stacks_file{};
  std::optional<certifier::box> box{};
};

/// How a program ended and what it printed.
struct outcome {
  std::optional<int> exit_code;
  std::optional<int> signal;  ///< also if the certifier killed it; the flags below say why
  bool timed_out = false;
  bool deadlocked = false;
  bool output_capped = false;
  std::string excess{};  ///< if it was stopped because it used too much: of what, such as `1024 MiB of memory`
  std::chrono::milliseconds elapsed{};
  std::string output;           ///< standard output and error in the order of arrival
  std::string standard_output;  ///< standard output alone
  std::vector<nlohmann::json> events;
  std::size_t garbled_events = 0;            ///< lines that are not the next event of the program that was started
  std::vector<std::string> strange_files{};  ///< what it put in the place of files that are read after it ended
  std::vector<std::string> threads;          ///< after a timeout or a deadlock: what each thread was doing
  std::string stacks{};                      ///< after a timeout or a deadlock: what its file of stacks has
  std::set<pid_t> waiting_threads{};         ///< those of them that waited without a time limit
  std::string shortage{};                    ///< unless it exited with 0: what the machine did not give it, if anything
  std::filesystem::path folder{};            ///< where the files that it wrote can be read, as long as this exists
  std::shared_ptr<const file_descriptor> open_folder{};  ///< of a box: the folder is gone when this is closed
};

/// The first event of this kind, or null.
const nlohmann::json* find_event(const outcome& seen, std::string_view kind);

/// Whether the machine and not the program may have caused the end: it was stopped from outside, or lacked something.
bool is_of_machine(const outcome& seen);

/// What a process said last, as the rest of a message on its end: `, and says` its last line, fit to be printed, or
/// nothing if it said nothing.
std::string last_words(const outcome& seen);

/// Runs a program until it ends, passes a limit or deadlocks; then no process that it started is left.
/// Blocks: until the program ends. Errors: `user_error` if the program can't be started, `interrupted` after a signal
/// (see interruption.hpp). Thread safety: any number of threads may run programs at once.
outcome run(const command& program);

}  // namespace fearless::certifier
