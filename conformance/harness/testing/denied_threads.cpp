// SPDX-License-Identifier: MIT
#include "testing/denied_threads.hpp"

#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstddef>

namespace testing {

bool deny_threads() {
  // A limit on processes does not bind root, and one on memory is more than the race detector can bear.
  constexpr auto load = BPF_LD | BPF_W | BPF_ABS, equals = BPF_JMP | BPF_JEQ | BPF_K, has = BPF_JMP | BPF_JSET | BPF_K;
  constexpr auto answer = BPF_RET | BPF_K;
  std::array<sock_filter, 7> filter{{
      BPF_STMT(load, offsetof(seccomp_data, nr)),
      BPF_JUMP(equals, SYS_clone3, 3, 0),
      BPF_JUMP(equals, SYS_clone, 0, 3),
      BPF_STMT(load, offsetof(seccomp_data, args)),  // the lower half of the flags
      BPF_JUMP(has, CLONE_THREAD, 0, 1),
      BPF_STMT(answer, SECCOMP_RET_ERRNO | EAGAIN),
      BPF_STMT(answer, SECCOMP_RET_ALLOW),
  }};
  // For all threads of the process: those of the implementation may start others.
  const sock_fprog program{.len = filter.size(), .filter = filter.data()};
  return ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 &&
         ::syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, SECCOMP_FILTER_FLAG_TSYNC, &program) == 0;
}

}  // namespace testing
