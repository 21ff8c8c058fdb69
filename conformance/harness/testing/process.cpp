// SPDX-License-Identifier: MIT
#include "testing/process.hpp"

#include <fcntl.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <nlohmann/json.hpp>
#include <sstream>
#include <stdexcept>

#include "bindings/port.hpp"

namespace testing {

namespace {

/// All that was written to a file.
std::string contents(int file) {
  std::string text;
  std::array<char, 4096> buffer{};
  for (ssize_t got = 0; (got = pread(file, buffer.data(), buffer.size(), static_cast<off_t>(text.size()))) > 0;)
    text.append(buffer.data(), static_cast<std::size_t>(got));
  return text;
}

/// Ends the case here, UNSUPPORTED, if the events say that the program ended because of a missing feature.
void need_features_of_program(const std::string& events) {
  std::istringstream lines(events);
  for (std::string line; std::getline(lines, line);) {
    const auto event = nlohmann::json::parse(line, nullptr, false);
    if (event.is_object() && event.value("event", "") == "unsupported")
      bindings::unsupported(event.value("table", "").c_str(),
                            event.value("optional", false) ? bindings::demand::optional : bindings::demand::required);
  }
}

}  // namespace

ended run_program(std::string_view name) {
  std::array<int, 2> pipe_ends{};
  // A file and no pipe, so that it takes any number of events while the output is read. The program inherits it.
  const int events = memfd_create("events", 0);
  if (events < 0 || pipe2(pipe_ends.data(), O_CLOEXEC) != 0)
    throw std::runtime_error("cannot make a pipe for the output of a program");

  std::string program = "/proc/self/exe", implementation = "--implementation", library_path = bindings::library(),
              option = "--program", value(name), option_for_events = "--events", number = std::to_string(events);
  std::array<char*, 8> arguments{program.data(), implementation.data(),    library_path.data(), option.data(),
                                 value.data(),   option_for_events.data(), number.data(),       nullptr};

  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, pipe_ends[1], STDOUT_FILENO);
  pid_t child = 0;
  const int error = posix_spawn(&child, program.c_str(), &actions, nullptr, arguments.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  close(pipe_ends[1]);
  if (error != 0) throw std::runtime_error("cannot start a program of the suite");

  ended result{.exit_status = -1, .output = {}};
  std::array<char, 4096> buffer{};
  for (ssize_t got = 0; (got = read(pipe_ends[0], buffer.data(), buffer.size())) > 0;)
    result.output.append(buffer.data(), static_cast<std::size_t>(got));
  close(pipe_ends[0]);

  int status = 0;
  waitpid(child, &status, 0);
  if (WIFEXITED(status)) result.exit_status = WEXITSTATUS(status);
  need_features_of_program(contents(events));
  close(events);
  return result;
}

}  // namespace testing
