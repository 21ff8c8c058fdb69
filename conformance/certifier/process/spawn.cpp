// SPDX-License-Identifier: MIT
#include "spawn.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <linux/close_range.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/random.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <filesystem>
#include <iterator>
#include <mutex>

#include "box_program.hpp"
#include "error.hpp"
#include "orphans.hpp"
#include "toolbox.hpp"

namespace fearless::certifier {

namespace {

/// The numbers of the sockets in the program. A shell can use files with one digit only.
constexpr int number_of_events = 3, number_of_box = 4;

struct pipe_ends {
  file_descriptor ours, theirs;
};

pipe_ends open_pipe() {
  int ends[2];
  if (::pipe2(ends, O_CLOEXEC) != 0)
    throw user_error(fmt::format("can't open a pipe: {}; use fewer --jobs", ::strerror(errno)));
  ::fcntl(ends[0], F_SETFL, O_NONBLOCK);
  return {file_descriptor(ends[0]), file_descriptor(ends[1])};
}

/// A socket of this type and not a pipe: no process can open it again by /proc/PID/fd, to read what was written.
pipe_ends open_socket(int type) {
  int ends[2];
  if (::socketpair(AF_UNIX, type | SOCK_CLOEXEC, 0, ends) != 0)
    throw user_error(fmt::format("can't open a socket: {}; use fewer --jobs", ::strerror(errno)));
  ::fcntl(ends[0], F_SETFL, O_NONBLOCK);
  return {file_descriptor(ends[0]), file_descriptor(ends[1])};
}

/// A secret that is not guessed.
std::string drawn_secret() {
  std::array<unsigned char, 16> bytes{};
  if (::getrandom(bytes.data(), bytes.size(), 0) != static_cast<ssize_t>(bytes.size()))
    throw user_error(fmt::format("can't draw a random number: {}", ::strerror(errno)));
  std::string text;
  for (const unsigned char each : bytes) text += fmt::format("{:02x}", each);
  return text;
}

/// What the child needs between vfork and exec, prepared before: there it must not allocate.
struct launch {
  const char* program;
  char* const* arguments;
  char* const* environment;
  const char* directory;  ///< null: the current folder
  int input, output, error, events, box;
  rlimit processor, core, file_size;
  pid_t parent;
  volatile int failure = 0;  ///< errno of the failure, which the child writes into the shared memory
};

/// The same file under a number that none of those is that are placed; -1 for none.
int set_apart(int file) {
  return file < 0 ? -1 : ::fcntl(file, F_DUPFD_CLOEXEC, number_of_box + 1);
}

/// Gives the file this number; true for none.
bool place(int file, int number) {
  return file < 0 || ::dup2(file, number) == number;
}

[[noreturn]] void become(launch& start) {
  struct sigaction usual{};
  usual.sa_handler = SIG_DFL;
  for (int signal = 1; signal < NSIG; ++signal) ::sigaction(signal, &usual, nullptr);
  ::setpgid(0, 0);
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  // Our own files close by themselves; our parent may have left others open. Before Linux 5.11 those stay open.
  ::close_range(3, ~0U, CLOSE_RANGE_CLOEXEC);
  const int events = set_apart(start.events), box = set_apart(start.box);
  const bool ready = ::getppid() == start.parent && ::setrlimit(RLIMIT_CPU, &start.processor) == 0 &&
                     ::setrlimit(RLIMIT_CORE, &start.core) == 0 && ::setrlimit(RLIMIT_FSIZE, &start.file_size) == 0 &&
                     (start.directory == nullptr || ::chdir(start.directory) == 0) && ::dup2(start.input, 0) == 0 &&
                     ::dup2(start.output, 1) == 1 && ::dup2(start.error, 2) == 2 && place(events, number_of_events) &&
                     place(box, number_of_box);
  if (ready) {
    sigset_t none;
    ::sigemptyset(&none);
    ::sigprocmask(SIG_SETMASK, &none, nullptr);
    ::execve(start.program, start.arguments, start.environment);
  }
  start.failure = errno;
  ::_exit(127);
}

/// vfork, not fork: it costs the same however large this process is, and holds the caller until the exec has succeeded.
/// Signals stay blocked meanwhile, so that no handler of ours runs in the child on our memory.
[[gnu::noinline]] pid_t launch_child(launch& start) {
  sigset_t all, before;
  ::sigfillset(&all);
  ::pthread_sigmask(SIG_SETMASK, &all, &before);
  // NOLINTNEXTLINE(bugprone-unsafe-functions): posix_spawn can set no limits
  const pid_t process = ::vfork();
  if (process == 0) become(start);
  const int error = process < 0 ? errno : start.failure;
  ::pthread_sigmask(SIG_SETMASK, &before, nullptr);
  if (process > 0 && error != 0) ::waitpid(process, nullptr, 0);
  errno = error;
  return error == 0 ? process : -1;
}

/// Limits within our own hard limit: only root may raise it.
rlimit limit(__rlimit_resource_t resource, rlim_t soft, rlim_t hard) {
  rlimit present{};
  ::getrlimit(resource, &present);
  return {std::min(soft, present.rlim_max), std::min(hard, present.rlim_max)};
}

/// Orphans of a case become our children, so that we can wait for them. The file numbers 0 to 2 must be in use: a pipe
/// with such a number would be lost when the child's standard streams are put there.
void prepare_this_process() {
  static std::once_flag once;
  std::call_once(once, [] {
    ::prctl(PR_SET_CHILD_SUBREAPER, 1);
    while (true) {
      const int number = ::open("/dev/null", O_RDWR);
      if (number < 0 || number > 2) {
        ::close(number);
        return;
      }
    }
  });
}

std::vector<std::string> environment_with(const std::map<std::string, std::string>& additions) {
  std::vector<std::string> all;
  for (char** each = environ; *each != nullptr; ++each) {
    const std::string_view entry = *each;
    if (!additions.contains(std::string(entry.substr(0, entry.find('='))))) all.emplace_back(entry);
  }
  for (const auto& [name, value] : additions) all.push_back(name + "=" + value);
  return all;
}

std::vector<char*> pointers_to(std::vector<std::string>& strings) {
  std::vector<char*> pointers;
  for (auto& each : strings) pointers.push_back(each.data());
  pointers.push_back(nullptr);
  return pointers;
}

std::string resolved(const std::string& program) {
  if (program.find('/') != std::string::npos) return program;
  const auto found = find_program(program);
  if (!found) throw user_error(fmt::format("can't start {}: it is not installed, or not on PATH", program));
  return found->string();
}

/// The command line that runs another one in a box.
std::vector<std::string> in_box(std::vector<std::string> line, const box& in) {
  // The box starts the program in its own folder.
  line.at(0) = std::filesystem::absolute(resolved(line.at(0))).string();
  std::vector<std::string> whole = {box_program_file(), std::to_string(number_of_box), in.folder.string(),
                                    std::to_string(box::folder_size)};
  for (const auto& file : in.files) whole.push_back(file.string());
  whole.emplace_back("--");
  std::ranges::move(line, std::back_inserter(whole));
  return whole;
}

}  // namespace

child spawn(const command& program) {
  prepare_this_process();
  pipe_ends output = open_pipe(), error = open_pipe(), events, box;
  std::string secret;
  if (program.with_events) {
    events = open_socket(SOCK_STREAM);
    secret = drawn_secret();
    // A new socket has room for it.
    ::send(events.ours.number(), secret.data(), secret.size(), MSG_NOSIGNAL);
  }
  if (program.box) box = open_socket(SOCK_SEQPACKET);
  const file_descriptor nothing(::open("/dev/null", O_RDONLY | O_CLOEXEC));

  auto arguments = program.arguments;
  for (auto& each : arguments)
    if (program.with_events && each == "{events}") each = std::to_string(number_of_events);
  if (program.box) arguments = in_box(std::move(arguments), *program.box);
  const std::string file = resolved(arguments.at(0));
  const std::string mark = new_mark();
  auto additions = program.environment;
  additions[mark_variable] = mark;
  auto environment = environment_with(additions);
  const auto argument_pointers = pointers_to(arguments), environment_pointers = pointers_to(environment);
  const auto seconds = static_cast<rlim_t>(program.bounds.processor.count());
  launch start{.program = file.c_str(),
               .arguments = argument_pointers.data(),
               .environment = environment_pointers.data(),
               .directory = program.directory.empty() ? nullptr : program.directory.c_str(),
               .input = nothing.number(),
               .output = output.theirs.number(),
               .error = error.theirs.number(),
               .events = events.theirs.number(),
               .box = box.theirs.number(),
               .processor = limit(RLIMIT_CPU, seconds, seconds + 1),
               .core = limit(RLIMIT_CORE, 0, 0),
               .file_size = limit(RLIMIT_FSIZE, program.bounds.file_size, program.bounds.file_size),
               .parent = ::getpid()};
  const pid_t process = start_marked(mark, [&] { return launch_child(start); });
  if (process < 0) throw user_error(fmt::format("can't start {}: {}", file, ::strerror(errno)));
  child started{.process = process,
                .ending = file_descriptor(static_cast<int>(::syscall(SYS_pidfd_open, process, 0))),
                .standard_output = std::move(output.ours),
                .standard_error = std::move(error.ours),
                .events = std::move(events.ours),
                .secret = std::move(secret),
                .box = std::move(box.ours)};
  if (!started.ending.is_open()) {
    const int reason = errno;
    end_all(started);
    throw user_error(fmt::format("can't watch {}: {}; this needs Linux 5.3 or later", file, ::strerror(reason)));
  }
  return started;
}

ending end_all(const child& leader) {
  // The group's number is not reused until its leader was waited for, so it is killed first. The leader itself may have
  // left the group.
  ::kill(-leader.process, SIGKILL);
  ::kill(leader.process, SIGKILL);
  int status = 0;
  while (::waitpid(leader.process, &status, 0) < 0 && errno == EINTR) continue;
  end_orphans_of(leader.process);
  if (WIFEXITED(status)) return {WEXITSTATUS(status), std::nullopt};
  return {std::nullopt, WTERMSIG(status)};
}

}  // namespace fearless::certifier
