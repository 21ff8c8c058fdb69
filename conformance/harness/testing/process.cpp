// SPDX-License-Identifier: MIT
#include "testing/process.hpp"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <stdexcept>

#include "bindings/port.hpp"

namespace testing {

ended run_program(std::string_view name) {
  std::array<int, 2> pipe_ends{};
  if (pipe2(pipe_ends.data(), O_CLOEXEC) != 0)
    throw std::runtime_error("cannot make a pipe for the output of a program");

  std::string program = "/proc/self/exe", implementation = "--implementation", library_path = bindings::library(),
              option = "--program", value(name);
  std::array<char*, 6> arguments{program.data(), implementation.data(), library_path.data(),
                                 option.data(),  value.data(),          nullptr};

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
  return result;
}

}  // namespace testing
