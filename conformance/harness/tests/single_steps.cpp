// SPDX-License-Identifier: MIT
#include "system/single_steps.hpp"

#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <csignal>

#ifdef __x86_64__

namespace {

bool count(std::uintptr_t, void* steps) {
  ++*static_cast<int*>(steps);
  return true;
}

/// Does this in a process of its own. Returns how the process ended.
template <class Action>
int status_after(Action action) {
  const pid_t child = fork();
  if (child == 0) {
    action();
    _exit(0);
  }
  int status = 0;
  waitpid(child, &status, 0);
  return status;
}

/// The same, after steps have begun and ended.
template <class Action>
int status_after_steps(Action action) {
  return status_after([&] {
    int steps = 0;
    unseen::begin_steps(count, &steps);
    unseen::end_steps();
    action();
  });
}

bool is_trap(int status) {
  return WIFSIGNALED(status) && WTERMSIG(status) == SIGTRAP;
}

/// What the system sends for a step whose cause was lost.
void trap_without_cause() {
  siginfo_t trap{};
  trap.si_code = TRAP_BRKPT;
  syscall(SYS_rt_tgsigqueueinfo, getpid(), gettid(), SIGTRAP, &trap);
}

}  // namespace

TEST_CASE("each instruction is a step, until the steps end") {
  int steps = 0;
  volatile int sum = 0;
  unseen::begin_steps(count, &steps);
  for (int i = 0; i < 1000; ++i) sum = sum + i;
  unseen::end_steps();
  const int until_the_end = steps;
  for (int i = 0; i < 1000; ++i) sum = sum + i;

  CHECK(until_the_end > 3000);
  CHECK(steps == until_the_end);
}

TEST_CASE("steps end when the visitor says so") {
  int steps = 0;
  unseen::begin_steps([](std::uintptr_t, void* all) { return ++*static_cast<int*>(all) < 10; }, &steps);
  volatile int sum = 0;
  for (int i = 0; i < 1000; ++i) sum = sum + i;
  unseen::end_steps();

  CHECK(steps == 10);
}

TEST_CASE("a trap of the program's own ends it after steps too") {
  CHECK(is_trap(status_after_steps([] { raise(SIGTRAP); })));
  CHECK(is_trap(status_after_steps([] { asm volatile("int3"); })));
  CHECK(is_trap(status_after_steps([] { asm volatile(".byte 0xf1"); })));
  CHECK(is_trap(status_after_steps(trap_without_cause)));
  CHECK(status_after_steps([] {}) == 0);
}

TEST_CASE("a trap of the program's own ends it between steps") {
  const auto between_steps = [](auto action) {
    return status_after([&] {
      int steps = 0;
      unseen::begin_steps(count, &steps);
      action();
      unseen::end_steps();
    });
  };
  CHECK(is_trap(between_steps([] { asm volatile("int3"); })));
  CHECK(is_trap(between_steps([] { asm volatile(".byte 0xf1"); })));
}

TEST_CASE("a step whose cause was lost is a step") {
  int before = 0, after = 0, steps = 0;
  unseen::begin_steps(count, &steps);
  before = steps;
  trap_without_cause();
  after = steps;
  unseen::end_steps();

  CHECK(before > 0);
  CHECK(after > before);
}

#endif
