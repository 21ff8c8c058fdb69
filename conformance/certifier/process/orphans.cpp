// SPDX-License-Identifier: MIT
#include "orphans.hpp"

#include <fmt/format.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <map>
#include <mutex>
#include <thread>

#include "proc_file.hpp"
#include "program_processes.hpp"

namespace fearless::certifier {

namespace {

/// The programs that are running: leader and mark.
class running_programs {
 public:
  pid_t add(const std::string& mark, const std::function<pid_t()>& launch) {
    // A program that was launched and not yet noted would look like an orphan.
    const std::scoped_lock alone(mutex_);
    const pid_t leader = launch();
    if (leader > 0) marks_[leader] = mark;
    return leader;
  }

  void remove(pid_t leader) {
    const std::scoped_lock alone(mutex_);
    marks_.erase(leader);
  }

  /// Ends one generation of orphans: what they started are orphans then. Returns whether there were any.
  bool end_orphans() {
    const std::scoped_lock alone(mutex_);
    bool found = false;
    for (const pid_t child : own_children())
      if (!marks_.contains(child) && !is_of_running(child)) found = end(child) || found;
    return found;
  }

 private:
  [[nodiscard]] bool is_of_running(pid_t process) const {
    const std::string mark = mark_of(process);
    return std::ranges::any_of(marks_, [&](const auto& each) { return each.second == mark; });
  }

  /// While a process begins another program, it has no environment for a moment.
  static std::string mark_of(pid_t process) {
    std::string mark = read_mark(process);
    if (mark.empty() && ::waitpid(process, nullptr, WNOHANG | WNOWAIT) == 0) {
      std::this_thread::sleep_for(std::chrono::milliseconds(1));
      mark = read_mark(process);
    }
    return mark;
  }

  static std::string read_mark(pid_t process) {
    std::string environment(1, '\0');
    environment += proc_file(fmt::format("/proc/{}/environ", process));
    const std::string entry = std::string(1, '\0') + mark_variable + "=";
    const auto at = environment.find(entry);
    return at == std::string::npos ? "" : environment.c_str() + at + entry.size();
  }

  /// Returns whether it is gone: a process of another user can't be killed.
  static bool end(pid_t process) {
    if (::waitpid(process, nullptr, WNOHANG) != 0) return true;
    if (::kill(process, SIGKILL) != 0) return false;
    while (::waitpid(process, nullptr, 0) < 0 && errno == EINTR) continue;
    return true;
  }

  std::mutex mutex_;
  std::map<pid_t, std::string> marks_;
};

running_programs& running() {
  static running_programs all;
  return all;
}

}  // namespace

std::string new_mark() {
  static std::atomic<unsigned long> count = 0;
  return fmt::format("{}-{}", ::getpid(), ++count);
}

pid_t start_marked(const std::string& mark, const std::function<pid_t()>& launch) {
  return running().add(mark, launch);
}

void end_orphans_of(pid_t leader) {
  running().remove(leader);
  // The list of children may lack one if another ends while it is read.
  constexpr int empty_lists = 2;
  for (int empty = 0; empty < empty_lists;) empty = running().end_orphans() ? 0 : empty + 1;
}

}  // namespace fearless::certifier
