// SPDX-License-Identifier: MIT
#include "thread_state.hpp"

#include <fmt/format.h>

#include <csignal>
#include <string_view>

#include "proc_file.hpp"

namespace fearless::certifier {

namespace {

/// The system call and its arguments: `number argument… stack-pointer program-counter`, or `running`, or `-1 …`.
void read_system_call(thread_state& thread, const std::string& folder) {
  const std::string line = proc_file(folder + "/syscall");
  const auto parts = words(line);
  if (parts.size() < 7) return;
  thread.system_call = number_in<long>(parts[0]);
  for (std::size_t i = 0; i < thread.arguments.size(); ++i)
    thread.arguments[i] = number_in<std::uint64_t>(parts[i + 1].substr(2), 16);
}

std::optional<thread_state> read_thread(const std::string& process_folder, pid_t process, pid_t number) {
  const std::string folder = fmt::format("{}/task/{}", process_folder, number);
  const std::string status = proc_file(folder + "/status");
  if (status.empty()) return std::nullopt;
  thread_state thread{
      .folder = process_folder, .process = process, .thread = number, .name = std::string(field(status, "Name:"))};
  if (const auto letter = field(status, "\nState:"); !letter.empty()) thread.state = letter.front();
  if (thread.state == 'Z' || thread.state == 'X') return std::nullopt;
  thread.voluntary = number_in<std::uint64_t>(field(status, "\nvoluntary_ctxt_switches:"));
  thread.involuntary = number_in<std::uint64_t>(field(status, "\nnonvoluntary_ctxt_switches:"));
  // All signals but the synchronous ones (SIGSEGV …) and those that the C library reserves.
  const auto blocked = number_in<std::uint64_t>(field(status, "\nSigBlk:"), 16);
  thread.blocks_all_signals = (blocked >> 34) == (~std::uint64_t{0} >> 34);
  const auto caught = number_in<std::uint64_t>(field(status, "\nSigCgt:"), 16);
  constexpr auto alarm = std::uint64_t{1} << (SIGALRM - 1);
  thread.catches_alarms = (caught & alarm) != 0;
  if (thread.state == 'S') read_system_call(thread, folder);
  return thread;
}

}  // namespace

std::vector<thread_state> threads_of(pid_t process, const std::string& proc) {
  std::vector<thread_state> threads;
  const std::string folder = fmt::format("{}/{}", proc, process);
  for (const pid_t number : numbered_entries(folder + "/task"))
    if (auto thread = read_thread(folder, process, number)) threads.push_back(std::move(*thread));
  return threads;
}

bool shows_system_calls(pid_t process) {
  return !proc_file(fmt::format("/proc/{}/syscall", process)).empty();
}

}  // namespace fearless::certifier
