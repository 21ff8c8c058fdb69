// SPDX-License-Identifier: MIT
// What a thread waits for, from its system call and the arguments of the call.
#include <fcntl.h>
#include <fmt/format.h>
#include <linux/futex.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <csignal>
#include <filesystem>
#include <fstream>
#include <optional>

#include "file_descriptor.hpp"
#include "thread_state.hpp"

namespace fearless::certifier {

namespace {

/// What a system call waits for.
enum class wait_kind { unknown, other_thread, file, any_file, child, signal, time };

struct system_wait {
  wait_kind kind = wait_kind::unknown;
  bool untimed = false;
  std::string_view name;
};

/// Milliseconds are in the lower half of their register; a negative number means no limit.
bool no_limit(std::uint64_t milliseconds) {
  return static_cast<std::int32_t>(milliseconds) < 0;
}

system_wait futex_wait(std::uint64_t operation, std::uint64_t limit) {
  switch (static_cast<int>(operation) & FUTEX_CMD_MASK) {
    case FUTEX_WAIT:
    case FUTEX_WAIT_BITSET:
    case FUTEX_WAIT_REQUEUE_PI:
    case FUTEX_LOCK_PI:
    case FUTEX_LOCK_PI2:
      return {wait_kind::other_thread, limit == 0, "futex"};
    default:
      return {wait_kind::unknown, false, "futex"};
  }
}

system_wait wait_in(const thread_state& thread) {
  const auto& argument = thread.arguments;
  switch (thread.system_call) {
    case SYS_futex:
      return futex_wait(argument[1], argument[3]);
    case SYS_read:
      return {wait_kind::file, true, "read"};
    case SYS_readv:
      return {wait_kind::file, true, "readv"};
    case SYS_ppoll:
      return {wait_kind::any_file, argument[2] == 0, "ppoll"};
    case SYS_pselect6:
      return {wait_kind::any_file, argument[4] == 0, "pselect6"};
    case SYS_epoll_pwait:
      return {wait_kind::any_file, no_limit(argument[3]), "epoll_pwait"};
#ifdef SYS_epoll_pwait2
    case SYS_epoll_pwait2:
      return {wait_kind::any_file, argument[3] == 0, "epoll_pwait2"};
#endif
#ifdef SYS_poll  // x86-64 has these older calls as well; aarch64 does not
    case SYS_poll:
      return {wait_kind::any_file, no_limit(argument[2]), "poll"};
    case SYS_select:
      return {wait_kind::any_file, argument[4] == 0, "select"};
    case SYS_epoll_wait:
      return {wait_kind::any_file, no_limit(argument[3]), "epoll_wait"};
    case SYS_pause:
      return {wait_kind::signal, true, "pause"};
#endif
    case SYS_wait4:
      return {wait_kind::child, true, "wait4"};
    case SYS_waitid:
      return {wait_kind::child, true, "waitid"};
    case SYS_rt_sigsuspend:
      return {wait_kind::signal, true, "sigsuspend"};
    case SYS_rt_sigtimedwait:
      return {wait_kind::signal, argument[2] == 0, "sigtimedwait"};
    case SYS_nanosleep:
      return {wait_kind::time, false, "nanosleep"};
    case SYS_clock_nanosleep:
      return {wait_kind::time, false, "clock_nanosleep"};
    default:
      return {};
  }
}

std::string target_of(const std::filesystem::path& link) {
  std::error_code gone;
  return std::filesystem::read_symlink(link, gone).string();
}

/// Files that only the case's own processes write to: pipes, event counters. We only read from a case's pipes.
bool is_internal(const std::string& target) {
  return target.starts_with("pipe:") || target == "anon_inode:[eventfd]";
}

/// Files that a clock or another program makes ready.
bool is_external(const std::string& target) {
  return target.starts_with("socket:") || target.starts_with("anon_inode:[timerfd]") ||
         target.starts_with("anon_inode:inotify") || target.starts_with("/dev/tty") || target.starts_with("/dev/pts");
}

bool holds_external_file(const std::string& process_folder) {
  std::error_code gone;
  for (auto entry = std::filesystem::directory_iterator(process_folder + "/fd", gone);
       entry != std::filesystem::directory_iterator(); entry.increment(gone))
    if (is_external(target_of(entry->path()))) return true;
  return gone.operator bool();
}

/// What lies in the memory of a thread's process; nothing if it can't be read.
template <class Value>
std::optional<Value> value_at(std::uint64_t address, const thread_state& thread) {
  const file_descriptor memory(::open((thread.folder + "/mem").c_str(), O_RDONLY | O_CLOEXEC));
  Value value{};
  if (!memory.is_open() || ::pread(memory.number(), &value, sizeof value, static_cast<off_t>(address)) != sizeof value)
    return std::nullopt;
  return value;
}

/// Whether it waits for SIGALRM itself. Yes if in doubt.
bool waits_for_alarm(const thread_state& thread) {
  if (thread.system_call != SYS_rt_sigtimedwait) return false;
  const auto signals = value_at<std::uint64_t>(thread.arguments[0], thread);
  return !signals || (*signals >> (SIGALRM - 1) & 1U) != 0;
}

/// A timer sends a signal, whose handler may wake any thread. /proc shows no timers of `setitimer` and `alarm`, so it
/// counts whether their signal could do other than end the process.
bool may_be_woken_by_timer(const thread_state& thread) {
  return thread.catches_alarms || waits_for_alarm(thread) || std::ifstream(thread.folder + "/timers").peek() > 0;
}

}  // namespace

bool waits_for_ever(const thread_state& thread) {
  const system_wait wait = wait_in(thread);
  if (thread.state != 'S' || !wait.untimed || may_be_woken_by_timer(thread)) return false;
  switch (wait.kind) {
    case wait_kind::other_thread:
    case wait_kind::child:
    case wait_kind::signal:
      return true;
    case wait_kind::file:
      return is_internal(target_of(fmt::format("{}/fd/{}", thread.folder, thread.arguments[0])));
    case wait_kind::any_file:
      return !holds_external_file(thread.folder);
    case wait_kind::time:
    case wait_kind::unknown:
      return false;
  }
  return false;
}

bool waits_for(const thread_state& thread, std::chrono::milliseconds length) {
  const auto& argument = thread.arguments;
  if (thread.state != 'S' || thread.system_call != SYS_futex || argument[3] == 0) return false;
  if ((static_cast<int>(argument[1]) & FUTEX_CMD_MASK) != FUTEX_WAIT) return false;
  const auto limit = value_at<timespec>(argument[3], thread);
  if (!limit) return false;
  return std::chrono::seconds(limit->tv_sec) + std::chrono::nanoseconds(limit->tv_nsec) >= length;
}

bool sleeps(const thread_state& thread) {
  return thread.state == 'S' && wait_in(thread).kind == wait_kind::time;
}

std::string describe(const thread_state& thread) {
  const system_wait wait = wait_in(thread);
  std::string doing;
  if (thread.state == 'R')
    doing = "is running";
  else if (thread.state != 'S')
    doing = fmt::format("is in state {}", thread.state);
  else if (wait.name.empty())
    doing = fmt::format("waits in system call {}", thread.system_call);
  else
    doing = fmt::format("waits in {}({:#x}), {}", wait.name, thread.arguments[0],
                        wait.untimed ? "without a time limit" : "for a time");
  return fmt::format("process {} thread {} ({}) {}", thread.process, thread.thread, thread.name, doing);
}

}  // namespace fearless::certifier
