// SPDX-License-Identifier: MIT
#include "thread_state.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <map>
#include <string_view>

#include "file_descriptor.hpp"

namespace fearless::certifier {

namespace {

/// A file of /proc, read at once; empty if the thread is gone or reading is not permitted.
std::string contents(const std::string& file) {
  const file_descriptor in(::open(file.c_str(), O_RDONLY | O_CLOEXEC));
  std::string text(4096, '\0');
  const auto length = in.is_open() ? ::read(in.number(), text.data(), text.size()) : -1;
  text.resize(length > 0 ? static_cast<std::size_t>(length) : 0);
  return text;
}

template <class Number>
Number number_in(std::string_view text, int base = 10) {
  Number value{};
  std::from_chars(text.data(), text.data() + text.size(), value, base);
  return value;
}

/// The value after `label` in /proc/…/status.
std::string_view field(std::string_view status, std::string_view label) {
  const auto at = status.find(label);
  if (at == std::string_view::npos) return {};
  status.remove_prefix(at + label.size());
  status = status.substr(0, status.find('\n'));
  status.remove_prefix(std::min(status.find_first_not_of(" \t"), status.size()));
  return status;
}

std::vector<std::string_view> words(std::string_view text) {
  std::vector<std::string_view> found;
  while (true) {
    text.remove_prefix(std::min(text.find_first_not_of(" \n"), text.size()));
    if (text.empty()) return found;
    const auto end = std::min(text.find_first_of(" \n"), text.size());
    found.push_back(text.substr(0, end));
    text.remove_prefix(end);
  }
}

/// The system call and its arguments: `number argument… stack-pointer program-counter`, or `running`, or `-1 …`.
void read_system_call(thread_state& thread, const std::string& folder) {
  const std::string line = contents(folder + "/syscall");
  const auto parts = words(line);
  if (parts.size() < 7) return;
  thread.system_call = number_in<long>(parts[0]);
  for (std::size_t i = 0; i < thread.arguments.size(); ++i)
    thread.arguments[i] = number_in<std::uint64_t>(parts[i + 1].substr(2), 16);
}

std::optional<thread_state> read_thread(pid_t process, pid_t number) {
  const std::string folder = fmt::format("/proc/{}/task/{}", process, number);
  const std::string status = contents(folder + "/status");
  if (status.empty()) return std::nullopt;
  thread_state thread{.process = process, .thread = number, .name = std::string(field(status, "Name:"))};
  if (const auto letter = field(status, "\nState:"); !letter.empty()) thread.state = letter.front();
  if (thread.state == 'Z' || thread.state == 'X') return std::nullopt;
  thread.voluntary = number_in<std::uint64_t>(field(status, "\nvoluntary_ctxt_switches:"));
  thread.involuntary = number_in<std::uint64_t>(field(status, "\nnonvoluntary_ctxt_switches:"));
  // All signals but the synchronous ones (SIGSEGV …) and those that the C library reserves.
  const auto blocked = number_in<std::uint64_t>(field(status, "\nSigBlk:"), 16);
  thread.blocks_all_signals = (blocked >> 34) == (~std::uint64_t{0} >> 34);
  if (thread.state == 'S') read_system_call(thread, folder);
  return thread;
}

/// The numbers that name entries of a folder of /proc.
std::vector<pid_t> numbers_in(const std::string& folder) {
  std::vector<pid_t> numbers;
  std::error_code gone;
  for (auto entry = std::filesystem::directory_iterator(folder, gone); entry != std::filesystem::directory_iterator();
       entry.increment(gone))
    if (const auto number = number_in<pid_t>(entry->path().filename().string()); number > 0) numbers.push_back(number);
  return numbers;
}

}  // namespace

std::vector<thread_state> threads_of(pid_t process) {
  std::vector<thread_state> threads;
  for (const pid_t number : numbers_in(fmt::format("/proc/{}/task", process)))
    if (auto thread = read_thread(process, number)) threads.push_back(std::move(*thread));
  return threads;
}

bool shows_system_calls(pid_t process) {
  return !contents(fmt::format("/proc/{}/syscall", process)).empty();
}

std::vector<pid_t> processes_of_group(pid_t group) {
  std::vector<pid_t> members;
  std::multimap<pid_t, pid_t> children;
  for (const pid_t process : numbers_in("/proc")) {
    const std::string line = contents(fmt::format("/proc/{}/stat", process));
    const auto name_end = line.rfind(')');  // a name may contain any character, brackets too
    if (name_end == std::string::npos) continue;
    const auto parts = words(std::string_view(line).substr(name_end + 1));
    if (parts.size() < 3) continue;
    children.emplace(number_in<pid_t>(parts[1]), process);
    if (number_in<pid_t>(parts[2]) == group) members.push_back(process);
  }
  for (std::size_t i = 0; i < members.size(); ++i)
    for (auto [child, end] = children.equal_range(members[i]); child != end; ++child)
      if (std::ranges::find(members, child->second) == members.end()) members.push_back(child->second);
  return members;
}

}  // namespace fearless::certifier
