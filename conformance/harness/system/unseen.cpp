// SPDX-License-Identifier: MIT
#include "system/unseen.hpp"

#include <dirent.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <linux/futex.h>
#include <malloc.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <csignal>
#include <ctime>
#include <string_view>

/// Of the race detector's allocator, in the instrumented suite.
extern "C" [[gnu::weak]] std::size_t
__sanitizer_get_current_allocated_bytes();  // NOLINT(bugprone-reserved-identifier,readability-identifier-naming)

namespace unseen {

namespace {

timespec spec_of(std::chrono::nanoseconds time) {
  const auto seconds = std::chrono::floor<std::chrono::seconds>(time);
  return {.tv_sec = seconds.count(), .tv_nsec = (time - seconds).count()};
}

/// The beginning of a small file, read into the buffer; empty where it cannot be read.
template <std::size_t Size>
std::string_view beginning_of(const char* path, std::array<char, Size>& buffer) {
  const long file = syscall(SYS_openat, AT_FDCWD, path, O_RDONLY | O_CLOEXEC, 0);
  if (file < 0) return {};
  const long length = syscall(SYS_read, file, buffer.data(), buffer.size());
  syscall(SYS_close, file);
  return {buffer.data(), static_cast<std::size_t>(std::max(length, 0L))};
}

long number_at(std::string_view text) {
  long number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

/// The part of a `stat` file after the program's name, which may contain any character.
std::string_view after_name(std::string_view stat) {
  const auto end = stat.rfind(") ");
  return end == std::string_view::npos ? std::string_view() : stat.substr(end + 2);
}

/// The part of a `status` file from the value of a field on; empty where there is no such field.
std::string_view field(std::string_view status, std::string_view name) {
  const auto start = status.find(name);
  if (start == std::string_view::npos) return {};
  const auto value = status.find_first_not_of("\t ", start + name.size());
  return value == std::string_view::npos ? std::string_view() : status.substr(value);
}

}  // namespace

bool wait(const std::uint32_t& word, std::uint32_t value, std::optional<std::chrono::milliseconds> most) {
  const timespec time = spec_of(most.value_or(std::chrono::milliseconds(0)));
  const long result = syscall(SYS_futex, &word, FUTEX_WAIT_PRIVATE, value, most ? &time : nullptr, nullptr, 0);
  return result == 0 || errno != ETIMEDOUT;
}

unsigned wake(const std::uint32_t& word, unsigned most) {
  return static_cast<unsigned>(std::max(0L, syscall(SYS_futex, &word, FUTEX_WAKE_PRIVATE, most, nullptr, nullptr, 0)));
}

void sleep(std::chrono::nanoseconds time) {
  const timespec spec = spec_of(time);
  syscall(SYS_nanosleep, &spec, nullptr);
}

std::chrono::nanoseconds time() {
  timespec now{};
  ::clock_gettime(CLOCK_MONOTONIC, &now);
  return std::chrono::seconds(now.tv_sec) + std::chrono::nanoseconds(now.tv_nsec);
}

void yield() {
  syscall(SYS_sched_yield);
}

pid_t this_thread() {
  return static_cast<pid_t>(syscall(SYS_gettid));
}

// A library hardly has a use for this signal, and it is ignored by default.
constexpr int interruption = SIGWINCH;

void accept_interruptions() {
  struct sigaction how{};
  how.sa_handler = [](int) {};
  how.sa_flags = SA_ONSTACK;  // without SA_RESTART; Go asks for the alternate stack
  ::sigaction(interruption, &how, nullptr);
}

bool interrupt(pid_t thread) {
  return syscall(SYS_tgkill, getpid(), thread, interruption) == 0;
}

void for_each_thread(void (*visit)(pid_t thread, void* environment), void* environment) {
  const long folder = syscall(SYS_openat, AT_FDCWD, "/proc/self/task", O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);
  if (folder < 0) return;
  alignas(dirent64) std::array<char, 4096> entries{};
  for (long length = 0; (length = syscall(SYS_getdents64, folder, entries.data(), entries.size())) > 0;) {
    for (long at = 0; at < length;) {
      const auto* const entry = reinterpret_cast<const dirent64*>(entries.data() + at);
      const long thread = number_at(entry->d_name);  // 0 for the folder itself and the one above
      if (thread != 0) visit(static_cast<pid_t>(thread), environment);
      at += entry->d_reclen;
    }
  }
  syscall(SYS_close, folder);
}

unsigned threads_of_process() {
  std::array<char, 1024> buffer{};
  auto fields = after_name(beginning_of("/proc/self/stat", buffer));
  constexpr int before_the_count = 17;  // fields between the name and the number of threads
  for (int field = 0; field < before_the_count; ++field)
    fields = fields.substr(std::min(fields.find(' '), fields.size() - 1) + 1);
  return static_cast<unsigned>(number_at(fields));
}

bool has_detector() {
  return __sanitizer_get_current_allocated_bytes != nullptr;
}

std::size_t allocated_bytes() {
  if (has_detector()) return __sanitizer_get_current_allocated_bytes();
  const auto counted = ::mallinfo2();
  return counted.uordblks + counted.hblkhd;
}

std::optional<thread_state> state_of(pid_t thread) {
  std::array<char, 64> path{};
  std::array<char, 4096> buffer{};
  *fmt::format_to_n(path.data(), path.size() - 1, "/proc/self/task/{}/status", thread).out = '\0';
  const auto status = beginning_of(path.data(), buffer);
  const auto letter = field(status, "\nState:");
  if (letter.empty() || letter.front() == 'Z' || letter.front() == 'X') return std::nullopt;
  const long switches = number_at(field(status, "\nvoluntary_ctxt_switches:")) +
                        number_at(field(status, "\nnonvoluntary_ctxt_switches:"));
  const bool sleeps = letter.front() == 'S';
  *fmt::format_to_n(path.data(), path.size() - 1, "/proc/self/task/{}/schedstat", thread).out = '\0';
  return thread_state{.sleeps = sleeps,
                      .switches = switches,
                      .ran = std::chrono::nanoseconds(number_at(beginning_of(path.data(), buffer)))};
}

}  // namespace unseen
