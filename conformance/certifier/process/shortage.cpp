// SPDX-License-Identifier: MIT
#include "shortage.hpp"

#include <fmt/format.h>
#include <sys/resource.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include <charconv>
#include <fstream>
#include <optional>
#include <sstream>
#include <vector>

namespace fearless::certifier {

namespace fs = std::filesystem;

namespace {

// What a case may need. The scenarios with the most threads have 256 of them, with stacks of 8 MiB.
constexpr std::uint64_t threads_of_case = 300, memory_of_case = 4ULL << 30, files_of_case = 64,
                        file_size_of_case = 256ULL << 20, disk_of_case = 16ULL << 20;

/// The number behind this word in a file of lines `WORD NUMBER`; 0 where there is none.
std::uint64_t number_behind(const fs::path& file, std::string_view word) {
  std::ifstream in(file);
  std::string name;
  std::uint64_t number = 0;
  while (in >> name >> number)
    if (name == word) return number;
  return 0;
}

/// The files that count refused threads: of the control group of this process and those above it.
std::vector<fs::path> counters_of_threads() {
  std::vector<fs::path> found;
  std::ifstream groups("/proc/self/cgroup");
  for (std::string line; std::getline(groups, line);) {
    const auto first = line.find(':'), second = line.find(':', first + 1);
    if (second == std::string::npos) continue;
    const std::string controller = line.substr(first + 1, second - first - 1);
    if (!controller.empty() && controller != "pids") continue;
    const fs::path root = controller.empty() ? "/sys/fs/cgroup" : "/sys/fs/cgroup/pids";
    // In a container, the path may be that of the host. Then the root is the group of the container.
    std::error_code absent;
    for (fs::path group = fs::path(line.substr(second + 1)).relative_path();; group = group.parent_path()) {
      if (const fs::path counter = root / group / "pids.events"; fs::exists(counter, absent)) found.push_back(counter);
      if (group.empty()) break;
    }
  }
  return found;
}

std::uint64_t refused_threads() {
  static const auto counters = counters_of_threads();
  std::uint64_t count = 0;
  for (const fs::path& each : counters) count += number_behind(each, "max");
  return count;
}

std::uint64_t killed_for_memory() {
  return number_behind("/proc/vmstat", "oom_kill");
}

/// The limit, if it is lower than this.
std::optional<rlim_t> limit_below(__rlimit_resource_t resource, rlim_t needed) {
  rlimit present{};
  if (::getrlimit(resource, &present) != 0 || present.rlim_cur == RLIM_INFINITY || present.rlim_cur >= needed)
    return std::nullopt;
  return present.rlim_cur;
}

/// The threads of the user of this process.
std::uint64_t threads_of_user() {
  std::uint64_t count = 0;
  std::error_code failed;
  for (auto each = fs::directory_iterator("/proc", failed); !failed && each != fs::directory_iterator();
       each.increment(failed)) {
    std::ifstream status(each->path() / "status");
    bool is_ours = false;
    for (std::string line; std::getline(status, line);) {
      std::istringstream fields(line);
      std::string name;
      std::uint64_t number = 0;
      fields >> name >> number;
      if (name == "Uid:") is_ours = number == ::getuid();
      if (name == "Threads:" && is_ours) count += number;
    }
  }
  return count;
}

std::string lacking_threads() {
  // The system asks root for no limit.
  const auto most = ::getuid() == 0 ? std::nullopt : limit_below(RLIMIT_NPROC, RLIM_INFINITY);
  if (!most) return {};
  const std::uint64_t used = threads_of_user();
  if (*most >= used + threads_of_case) return {};
  return fmt::format("this user may have {} threads, and has {} (ulimit -u)", *most, used);
}

std::string lacking_disk(const fs::path& scratch) {
  struct statvfs about{};
  if (scratch.empty() || ::statvfs(scratch.c_str(), &about) != 0) return {};
  if (about.f_bavail * about.f_frsize >= disk_of_case && (about.f_files == 0 || about.f_favail > 0)) return {};
  return fmt::format("the disk of {} is full", scratch.parent_path().string());
}

}  // namespace

shortage_watch::shortage_watch() : refused_threads_(refused_threads()), killed_for_memory_(killed_for_memory()) {}

std::string shortage_watch::lacking(const fs::path& scratch) const {
  if (refused_threads() != refused_threads_)
    return "the control group of this process may not have more threads (pids.max)";
  if (killed_for_memory() != killed_for_memory_) return "the system killed a process because memory was missing";
  if (auto threads = lacking_threads(); !threads.empty()) return threads;
  if (const auto most = limit_below(RLIMIT_AS, memory_of_case))
    return fmt::format("a process may have {} kB of address space (ulimit -v)", *most / 1024);
  if (const auto most = limit_below(RLIMIT_DATA, memory_of_case))
    return fmt::format("a process may have {} kB of data (ulimit -d)", *most / 1024);
  if (const auto most = limit_below(RLIMIT_FSIZE, file_size_of_case))
    return fmt::format("a file may have {} kB (ulimit -f)", *most / 1024);
  if (const auto most = limit_below(RLIMIT_NOFILE, files_of_case))
    return fmt::format("a process may open {} files (ulimit -n)", *most);
  return lacking_disk(scratch);
}

}  // namespace fearless::certifier
