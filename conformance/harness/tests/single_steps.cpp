// SPDX-License-Identifier: MIT
#include "system/single_steps.hpp"

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

/// Begins and ends steps, and then does this in a process of its own. Returns how the process ended.
template <class Action>
int status_after_steps(Action action) {
  const pid_t child = fork();
  if (child == 0) {
    int steps = 0;
    unseen::begin_steps(count, &steps);
    unseen::end_steps();
    action();
    _exit(0);
  }
  int status = 0;
  waitpid(child, &status, 0);
  return status;
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
  const auto is_trap = [](int status) { return WIFSIGNALED(status) && WTERMSIG(status) == SIGTRAP; };
  CHECK(is_trap(status_after_steps([] { raise(SIGTRAP); })));
  CHECK(is_trap(status_after_steps([] { asm volatile("int3"); })));
  CHECK(status_after_steps([] {}) == 0);
}

#endif
