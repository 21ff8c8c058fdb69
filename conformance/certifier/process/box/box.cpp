// SPDX-License-Identifier: MIT
// Runs one program in namespaces of its own, and ends as the program ended: with its exit code, or by its signal.
// Usage: box SOCKET FOLDER SIZE FILE… -- PROGRAM ARGUMENT…
//
// The program sees a read-only tree, except FOLDER, which is new, empty and takes SIZE bytes at most, and the FILEs. It
// sees its own processes only, and has no network. All of them end with it.
// Two processes: this one stays outside, and its child is the first process of the namespace and starts the program.
// The program must not be the first process itself: the kernel ignores most signals to that one.
// SOCKET receives the number of the program in the box, with the open FOLDER and /proc of the box; or, without these,
// why the program was not started.
#include <fcntl.h>
#include <limits.h>
#include <linux/capability.h>
#include <poll.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstdint>
#include <initializer_list>

namespace {

struct request {
  int socket;
  const char *folder, *size;
  char** files;  ///< up to the mark before the program
  char** program;
};

/// How the program ended, as waitpid says it; in memory that both processes share.
struct shared {
  volatile bool has_ended;
  volatile int status;
};

[[noreturn]] void refuse(const request& asked, const char* what) {
  char reason[300];
  const int length = snprintf(reason, sizeof reason, "%s: %s", what, strerror(errno));
  send(asked.socket, reason, length < 0 ? 0 : strnlen(reason, sizeof reason), MSG_NOSIGNAL);
  _exit(1);
}

void report_start(const request& asked, pid_t program, int folder, int processes) {
  const int numbers[] = {folder, processes};
  alignas(cmsghdr) char control[CMSG_SPACE(sizeof numbers)] = {};
  iovec text{&program, sizeof program};
  msghdr message{};
  message.msg_iov = &text;
  message.msg_iovlen = 1;
  message.msg_control = control;
  message.msg_controllen = sizeof control;
  cmsghdr* const header = CMSG_FIRSTHDR(&message);
  header->cmsg_level = SOL_SOCKET;
  header->cmsg_type = SCM_RIGHTS;
  header->cmsg_len = CMSG_LEN(sizeof numbers);
  memcpy(CMSG_DATA(header), numbers, sizeof numbers);
  if (sendmsg(asked.socket, &message, MSG_NOSIGNAL) < 0) _exit(1);
}

bool write_file(const char* name, const char* text) {
  const int file = open(name, O_WRONLY | O_CLOEXEC);
  const auto length = static_cast<ssize_t>(strlen(text));
  const bool written = file >= 0 && write(file, text, strlen(text)) == length;
  const int error = errno;
  if (file >= 0) close(file);
  errno = error;
  return written;
}

/// Every user stays who it is in the box. Only root may say so for all users at once; others say it for themselves.
bool map(pid_t first, const char* kind, unsigned own) {
  char name[64], line[64];
  snprintf(name, sizeof name, "/proc/%d/%s_map", first, kind);
  if (geteuid() == 0 && write_file(name, "0 0 4294967295\n")) return true;
  snprintf(line, sizeof line, "%u %u 1\n", own, own);
  return write_file(name, line);
}

bool map_users(pid_t first) {
  char name[64];
  snprintf(name, sizeof name, "/proc/%d/setgroups", first);
  return map(first, "uid", geteuid()) && write_file(name, "deny") && map(first, "gid", getegid());
}

bool change_mount(const char* place, unsigned flags, std::uint64_t set, std::uint64_t clear) {
  mount_attr attributes{};
  attributes.attr_set = set;
  attributes.attr_clr = clear;
  return mount_setattr(AT_FDCWD, place, flags, &attributes, sizeof attributes) == 0;
}

/// Shows a place of the tree a second time, where it lies, with other rights.
bool show_again(const char* place, std::uint64_t set, std::uint64_t clear) {
  return mount(place, place, nullptr, MS_BIND, nullptr) == 0 && change_mount(place, 0, set, clear);
}

/// Devices as well are read-only: root could write to a disk. A program needs these few.
bool show_devices() {
  for (const char* each : {"/dev/null", "/dev/zero", "/dev/full", "/dev/random", "/dev/urandom"})
    if (access(each, F_OK) == 0 && !show_again(each, 0, MOUNT_ATTR_NODEV | MOUNT_ATTR_RDONLY)) return false;
  return true;
}

void furnish(const request& asked) {
  if (mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0) refuse(asked, "can't have mounts of its own");
  if (!change_mount("/", AT_RECURSIVE, MOUNT_ATTR_RDONLY | MOUNT_ATTR_NOSUID | MOUNT_ATTR_NODEV, 0))
    refuse(asked, "can't make the tree read-only");
  if (!show_devices()) refuse(asked, "can't show /dev/null");
  char options[64];
  snprintf(options, sizeof options, "mode=700,size=%s", asked.size);
  if (mount("tmpfs", asked.folder, "tmpfs", MS_NOSUID | MS_NODEV, options) != 0)
    refuse(asked, "can't make a folder of limited size");
  snprintf(options, sizeof options, "mode=1777,size=%s", asked.size);
  if (access("/dev/shm", F_OK) == 0 &&
      mount("tmpfs", "/dev/shm", "tmpfs", MS_NOSUID | MS_NODEV | MS_NOEXEC, options) != 0)
    refuse(asked, "can't make a /dev/shm of limited size");
  for (char** file = asked.files; *file != nullptr; ++file)
    if (!show_again(*file, 0, MOUNT_ATTR_RDONLY)) refuse(asked, "can't share a file");
  if (mount("proc", "/proc", "proc", MS_NOSUID | MS_NODEV | MS_NOEXEC, nullptr) != 0)
    refuse(asked, "can't mount a /proc of its own");
  // In a namespace of its own the program could mount what it likes.
  if (!write_file("/proc/sys/user/max_user_namespaces", "0")) refuse(asked, "can't forbid further namespaces");
  // Root owns the settings of the machine, whatever its capabilities are.
  if (geteuid() == 0 &&
      (!show_again("/proc/sys", MOUNT_ATTR_RDONLY, 0) ||
       (access("/proc/sysrq-trigger", F_OK) == 0 && !show_again("/proc/sysrq-trigger", MOUNT_ATTR_RDONLY, 0))))
    refuse(asked, "can't make /proc/sys read-only");
}

/// Root keeps what it needs to read the files of others. A user other than root loses all by the exec.
bool drop_capabilities() {
  for (int each = 0; each <= CAP_LAST_CAP; ++each) {
    const bool is_kept = each == CAP_DAC_OVERRIDE || each == CAP_DAC_READ_SEARCH;
    if (!is_kept && prctl(PR_CAPBSET_DROP, each) != 0 && errno != EINVAL) return false;
  }
  return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0;
}

[[noreturn]] void become_program(const request& asked) {
  if (!drop_capabilities()) refuse(asked, "can't drop capabilities");
  execv(asked.program[0], asked.program);
  refuse(asked, asked.program[0]);
}

/// The first process of the namespace. When it ends, the kernel kills all others.
[[noreturn]] void be_first(const request& asked, int start, int outside, shared& memory) {
  char may_start = 0;
  if (read(start, &may_start, 1) != 1) _exit(1);
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  pollfd end{outside, POLLIN, 0};
  if (poll(&end, 1, 0) != 0) _exit(1);  // it ended before
  // The program is the same user and could write into this process.
  prctl(PR_SET_DUMPABLE, 0);
  furnish(asked);
  const int folder = open(asked.folder, O_PATH | O_DIRECTORY | O_CLOEXEC);
  const int processes = open("/proc", O_PATH | O_DIRECTORY | O_CLOEXEC);
  if (folder < 0 || processes < 0 || fchdir(folder) != 0) refuse(asked, "can't open its folders");
  const pid_t program = fork();
  if (program == 0) become_program(asked);
  if (program < 0) refuse(asked, "can't start a process");
  report_start(asked, program, folder, processes);
  int status = 0;
  for (pid_t ended = 0; ended != program;)
    if (ended = waitpid(-1, &status, 0); ended < 0 && errno != EINTR) _exit(1);
  memory.status = status;
  memory.has_ended = true;
  _exit(0);
}

[[noreturn]] void end_like(int status) {
  if (WIFEXITED(status)) _exit(WEXITSTATUS(status));
  signal(WTERMSIG(status), SIG_DFL);
  raise(WTERMSIG(status));
  _exit(128 + WTERMSIG(status));
}

}  // namespace

int main(int count, char** arguments) {
  if (count < 6) return 2;
  request asked{atoi(arguments[1]), arguments[2], arguments[3], arguments + 4, arguments + 4};
  while (*asked.program != nullptr && strcmp(*asked.program, "--") != 0) ++asked.program;
  if (*asked.program == nullptr) return 2;
  *asked.program++ = nullptr;
  fcntl(asked.socket, F_SETFD, FD_CLOEXEC);

  int start[2];
  auto* const memory =
      static_cast<shared*>(mmap(nullptr, sizeof(shared), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0));
  const int own = static_cast<int>(syscall(SYS_pidfd_open, getpid(), 0));
  if (memory == MAP_FAILED || own < 0 || pipe2(start, O_CLOEXEC) != 0) refuse(asked, "can't prepare");
  constexpr unsigned long apart = CLONE_NEWUSER | CLONE_NEWNS | CLONE_NEWPID | CLONE_NEWIPC | CLONE_NEWNET;
  const auto first = static_cast<pid_t>(syscall(SYS_clone, apart | SIGCHLD, nullptr, nullptr, nullptr, nullptr));
  if (first < 0) refuse(asked, "can't have namespaces of its own");
  if (first == 0) be_first(asked, start[0], own, *memory);
  if (!map_users(first)) refuse(asked, "can't map the user into the box");
  if (write(start[1], "", 1) != 1) refuse(asked, "can't start");
  while (waitpid(first, nullptr, 0) < 0 && errno == EINTR) continue;
  if (memory->has_ended) end_like(memory->status);
  _exit(1);
}
