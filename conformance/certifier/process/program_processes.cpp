// SPDX-License-Identifier: MIT
#include "program_processes.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <map>

#include "proc_file.hpp"

namespace fearless::certifier {

namespace {

/// The first process of a box, which is no part of the program.
constexpr pid_t first_of_box = 1;

struct process_line {
  pid_t parent = 0, group = 0;
  std::size_t threads = 0;
};

process_line line_of(const std::string& proc, pid_t process) {
  constexpr std::size_t parent = 1, group = 2, threads = 17, least = 18;
  const std::string line = proc_file(fmt::format("{}/{}/stat", proc, process));
  const auto name_end = line.rfind(')');  // a name may contain any character, brackets too
  if (name_end == std::string::npos) return {};
  const auto parts = words(std::string_view(line).substr(name_end + 1));
  if (parts.size() < least) return {};
  return {number_in<pid_t>(parts[parent]), number_in<pid_t>(parts[group]), number_in<std::size_t>(parts[threads])};
}

std::vector<pid_t> of_group_and_below(pid_t leader, const std::string& proc) {
  std::vector<pid_t> members = {leader};
  std::multimap<pid_t, pid_t> children;
  for (const pid_t process : numbered_entries(proc)) {
    const auto [parent, group, threads] = line_of(proc, process);
    children.emplace(parent, process);
    if (group == leader && process != leader) members.push_back(process);
  }
  for (std::size_t i = 0; i < members.size(); ++i)
    for (auto [child, end] = children.equal_range(members[i]); child != end; ++child)
      if (std::ranges::find(members, child->second) == members.end()) members.push_back(child->second);
  return members;
}

std::size_t pages_of(const std::string& folder) {
  const std::string sizes = proc_file(folder + "/statm");
  const auto parts = words(sizes);
  return parts.size() < 2 ? 0 : number_in<std::size_t>(parts[1]);
}

/// Divides what several processes share among them.
std::size_t share_of(const std::string& folder) {
  constexpr std::size_t kilobyte = 1024;
  return number_in<std::size_t>(field(proc_file(folder + "/smaps_rollup"), "\nPss:")) * kilobyte;
}

}  // namespace

std::vector<pid_t> program_processes::all() const {
  if (!are_in_box) return of_group_and_below(leader, proc);
  auto numbers = numbered_entries(proc);
  std::erase(numbers, first_of_box);
  return numbers;
}

resource_use use_of(const program_processes& program, std::size_t enough) {
  static const auto page_size = static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
  resource_use use;
  const auto processes = program.all();
  for (const pid_t each : processes) {
    use.memory += pages_of(fmt::format("{}/{}", program.proc, each)) * page_size;
    use.threads += line_of(program.proc, each).threads;
  }
  if (use.memory <= enough) return use;
  use.memory = 0;
  for (const pid_t each : processes) use.memory += share_of(fmt::format("{}/{}", program.proc, each));
  return use;
}

std::vector<pid_t> own_children() {
  std::vector<pid_t> children;
  bool is_listed = false;
  for (const pid_t thread : numbered_entries("/proc/self/task")) {
    const std::string file = fmt::format("/proc/self/task/{}/children", thread);
    is_listed = is_listed || ::access(file.c_str(), R_OK) == 0;
    const std::string listed = proc_file(file);  // the words are parts of it
    for (const auto each : words(listed)) children.push_back(number_in<pid_t>(each));
  }
  if (is_listed) return children;
  // A kernel without these lists.
  for (const pid_t process : numbered_entries("/proc"))
    if (line_of("/proc", process).parent == ::getpid()) children.push_back(process);
  return children;
}

}  // namespace fearless::certifier
