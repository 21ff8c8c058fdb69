// SPDX-License-Identifier: MIT
#include "system/single_steps.hpp"

#include <dlfcn.h>
#include <sys/syscall.h>
#include <ucontext.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <csignal>

#include "system/unseen.hpp"

namespace unseen {

#ifdef __x86_64__

namespace {

/// The thread that executes step by step, or 0. What follows is set before and read by that thread only.
constinit std::atomic<pid_t> stepping = 0;
/// Whether the signal by which it begins is still to come.
constinit std::atomic<bool> begins = false;
bool (*before_step)(std::uintptr_t instruction, void* environment) = nullptr;
void* of_steps = nullptr;

/// The processor traps after each instruction while this flag is set (Intel's manual, volume 3, 18.3.1.4).
constexpr greg_t trap_flag = 1 << 8;

/// Whether the instruction is a system call that changes which signals are blocked. A trap of a thread that blocks the
/// signal would end the process.
bool may_block_signals(const greg_t* registers) {
  const auto* const code = reinterpret_cast<const unsigned char*>(registers[REG_RIP]);
  constexpr unsigned char first = 0x0f, second = 0x05;  // of `syscall`
  return code[0] == first && code[1] == second && registers[REG_RAX] == SYS_rt_sigprocmask;
}

/// Whether the instruction before is the one that traps by itself and looks to the system like a step without a cause.
bool follows_trap_instruction(const greg_t* registers) {
  constexpr unsigned char int1 = 0xf1;
  return reinterpret_cast<const unsigned char*>(registers[REG_RIP])[-1] == int1;
}

/// Whether the trap is one of the steps, or the signal by which they begin, and not the implementation's own.
bool is_ours(const siginfo_t& trap, const greg_t* registers) {
  switch (trap.si_code) {
    case TRAP_TRACE:
      return true;
    // On a virtual machine the cause of a step is sometimes lost: of about one in ten million after a system call.
    case TRAP_BRKPT:
      return (registers[REG_EFL] & trap_flag) != 0 && !follows_trap_instruction(registers);
    case SI_TKILL:
      return begins.exchange(false);
    default:
      return false;
  }
}

void on_trap(int, siginfo_t* trap, void* context) {
  const int before = errno;
  auto* const registers = static_cast<ucontext_t*>(context)->uc_mcontext.gregs;
  if (!is_ours(*trap, registers)) {
    ::signal(SIGTRAP, SIG_DFL);
    syscall(SYS_tgkill, getpid(), this_thread(), SIGTRAP);
  }
  const bool goes_on = stepping.load() == this_thread() && !may_block_signals(registers) &&
                       before_step(static_cast<std::uintptr_t>(registers[REG_RIP]), of_steps);
  if (goes_on)
    registers[REG_EFL] |= trap_flag;
  else
    registers[REG_EFL] &= ~trap_flag;
  errno = before;
}

}  // namespace

void begin_steps(bool (*before)(std::uintptr_t instruction, void* environment), void* environment) {
  before_step = before;
  of_steps = environment;
  stepping = this_thread();
  struct sigaction how{};
  how.sa_sigaction = on_trap;
  how.sa_flags = SA_SIGINFO | SA_ONSTACK;  // Go asks for the alternate stack
  // The system's own function: the race detector's would call its runtime before each instruction.
  static const auto set = reinterpret_cast<decltype(&::sigaction)>(::dlsym(RTLD_NEXT, "sigaction"));
  set(SIGTRAP, &how, nullptr);
  begins = true;
  syscall(SYS_tgkill, getpid(), this_thread(), SIGTRAP);
}

void end_steps() {
  stepping = 0;
}

#else

void begin_steps(bool (*)(std::uintptr_t instruction, void* environment), void*) {}
void end_steps() {}

#endif

}  // namespace unseen
