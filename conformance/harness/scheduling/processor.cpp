// SPDX-License-Identifier: MIT
// Built without the race detector's instrumentation, so that controlled scheduling orders nothing.
#include "scheduling/processor.hpp"

#include <sched.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <chrono>
#include <cstddef>
#include <ctime>

#include "system/unseen.hpp"

namespace scheduling::processor {

namespace {

using namespace std::chrono_literals;

constexpr auto between_looks = 10ms;

std::chrono::nanoseconds time_of(clockid_t clock) {
  timespec time{};
  clock_gettime(clock, &time);
  return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
}

/// What the threads that are kept may use, and what they might use otherwise.
struct kept_processors {
  cpu_set_t one, all;
};
kept_processors kept;
bool is_kept = false;

/// When the threads were last looked at, and how much of the processor they had used.
struct look {
  std::chrono::nanoseconds at, used;
};
look last_look;

look look_now() {
  return {.at = time_of(CLOCK_MONOTONIC), .used = time_of(CLOCK_PROCESS_CPUTIME_ID)};
}

/// Also those that outlive an execution. A thread that the library started when it was loaded was never kept.
void allow_kept_threads(const cpu_set_t& before, const cpu_set_t& now) {
  struct change {
    const cpu_set_t& before;
    const cpu_set_t& now;
  } wanted{before, now};
  const auto allow = [](pid_t thread, void* environment) {
    const auto& own = *static_cast<const change*>(environment);
    cpu_set_t present;
    CPU_ZERO(&present);
    if (sched_getaffinity(thread, sizeof present, &present) == 0 && CPU_EQUAL(&present, &own.before))
      sched_setaffinity(thread, sizeof own.now, &own.now);
  };
  unseen::for_each_thread(allow, &wanted);
}

/// Sleeps, since a thread that wakes up is put on an idle processor if there is one.
bool choose_idle_one(cpu_set_t& one) {
  unseen::sleep(1us);
  unsigned processor = 0;
  if (syscall(SYS_getcpu, &processor, nullptr, nullptr) != 0 || processor >= CPU_SETSIZE) return false;
  CPU_ZERO(&one);
  CPU_SET(processor, &one);
  return true;
}

/// For a machine without an idle processor: the next one that is allowed.
void choose_next(cpu_set_t& one) {
  std::size_t next = 0;
  while (!CPU_ISSET(next, &one)) ++next;
  do next = (next + 1) % CPU_SETSIZE;
  while (!CPU_ISSET(next, &kept.all));
  CPU_ZERO(&one);
  CPU_SET(next, &one);
}

}  // namespace

void keep_to_one() {
  if (is_kept || sched_getaffinity(0, sizeof kept.all, &kept.all) != 0 || CPU_COUNT(&kept.all) < 2) return;
  is_kept = choose_idle_one(kept.one) && sched_setaffinity(0, sizeof kept.one, &kept.one) == 0;
  last_look = look_now();
}

void leave_if_shared() {
  if (!is_kept || time_of(CLOCK_MONOTONIC) - last_look.at < between_looks) return;
  const look now = look_now();
  const bool was_alone = (now.used - last_look.used) * 4 >= (now.at - last_look.at) * 3;
  last_look = now;
  if (was_alone) return;
  const cpu_set_t before = kept.one;
  if (sched_setaffinity(0, sizeof kept.all, &kept.all) != 0) return;
  if (!choose_idle_one(kept.one) || CPU_EQUAL(&kept.one, &before)) choose_next(kept.one);
  sched_setaffinity(0, sizeof kept.one, &kept.one);
  allow_kept_threads(before, kept.one);
}

void release() {
  if (!is_kept) return;
  allow_kept_threads(kept.one, kept.all);
  is_kept = false;
}

}  // namespace scheduling::processor
