// SPDX-License-Identifier: MIT
#include "system/stacks.hpp"

#include <dlfcn.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <string_view>

#include "system/frames.hpp"
#include "system/unseen.hpp"

namespace unseen {

namespace {

// A library hardly has a use for this signal, and it is ignored by default.
constexpr int request = SIGWINCH;

constinit int file_of_stacks = -1;
constinit std::atomic<int> missing = 0;  // threads that have not written yet

std::vector<pid_t>& others_known() {
  static std::vector<pid_t> known;
  return known;
}

void write(std::string_view text) {
  static_cast<void>(syscall(SYS_write, file_of_stacks, text.data(), text.size()));
}

void write_own_stack() {
  std::array<char, 4096> line{};
  auto end = fmt::format_to_n(line.data(), line.size() - 1, "{}", this_thread()).out;
  for (const auto& place : implementation_frames().places()) {
    const auto left = static_cast<std::size_t>(line.data() + line.size() - 1 - end);
    const auto added = fmt::format_to_n(end, left, "\t{}\t{}", place.file, place.offset);
    if (added.size > left) break;
    end = added.out;
  }
  *end++ = '\n';
  write({line.data(), end});
  if (--missing == 0) write("end\n");
}

void ask_thread(pid_t thread, void*) {
  if (std::ranges::find(others_known(), thread) != others_known().end()) return;
  ++missing;
  if (syscall(SYS_tgkill, getpid(), thread, request) != 0) --missing;
}

void on_request(int, siginfo_t* of, void*) {
  const int before = errno;
  if (of->si_code == SI_TKILL && of->si_pid == getpid()) {
    write_own_stack();
  } else {
    ++missing;  // no `end` before all are asked
    for_each_thread(ask_thread, nullptr);
    if (--missing == 0) write("end\n");
  }
  errno = before;
}

}  // namespace

void write_stacks_on_request(const std::string& path, const std::vector<pid_t>& others) {
  file_of_stacks = ::open(path.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0644);
  if (file_of_stacks < 0) return;
  others_known() = others;
  note_code_of_implementation();
  struct sigaction how{};
  how.sa_sigaction = on_request;
  how.sa_flags = SA_SIGINFO | SA_ONSTACK | SA_RESTART;  // Go asks for the alternate stack
  // The system's own function: the race detector's would put the signal off for ever in a thread that waits.
  const auto set = reinterpret_cast<decltype(&::sigaction)>(::dlsym(RTLD_NEXT, "sigaction"));
  set(request, &how, nullptr);
}

}  // namespace unseen
