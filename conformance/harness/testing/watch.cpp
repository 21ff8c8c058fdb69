// SPDX-License-Identifier: MIT
// Built without the race detector's instrumentation, so that watching orders nothing.
#include "testing/watch.hpp"

#include <fmt/format.h>
#include <pthread.h>
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <ctime>
#include <fstream>
#include <optional>
#include <string>
#include <thread>

#include "testing/latch.hpp"

namespace testing {

struct watch::mark {
  latch marked;
  std::atomic<pid_t> thread;
};

namespace {

/// What the system says of a thread: whether it sleeps, how often it was switched away from, and how long it ran.
struct thread_state {
  bool sleeps;
  long switches;
  long ran;  // nanoseconds
};

std::optional<thread_state> state_of(pid_t thread) {
  const auto folder = fmt::format("/proc/self/task/{}/", thread);
  std::ifstream status(folder + "status");
  thread_state state{};
  std::string word;
  bool known = false;
  while (status >> word) {
    if (word == "State:") {
      status >> word;
      if (word == "Z" || word == "X") return {};
      state.sleeps = word == "S";
      known = true;
    } else if (word == "voluntary_ctxt_switches:" || word == "nonvoluntary_ctxt_switches:") {
      long count = 0;
      status >> count;
      state.switches += count;
    }
  }
  if (!known) return {};
  std::ifstream(folder + "schedstat") >> state.ran;
  return state;
}

}  // namespace

watch::watch() : mark_(new mark{}) {}

void watch::here() const {
  mark_->thread = gettid();
  mark_->marked.open();
}

pid_t watch::thread() const {
  mark_->marked.wait();
  return mark_->thread;
}

void watch::settle() const {
  constexpr auto glance = std::chrono::milliseconds(1);
  constexpr long enough_spinning = 20'000'000;  // nanoseconds of processor time
  constexpr long enough_turns = 20;             // naps of a thread that waits by looking again and again
  const auto first = state_of(thread());
  auto before = first;
  while (before) {
    std::this_thread::sleep_for(glance);
    const auto now = state_of(thread());
    if (!now) return;
    if (before->sleeps && now->sleeps && now->switches == before->switches) return;
    if (now->ran - first->ran > enough_spinning || now->switches - first->switches > enough_turns) return;
    before = now;
  }
}

long watch::processor_time() const {
  const auto state = state_of(thread());
  return state ? state->ran : 0;
}

long processor_time_here() {
  timespec used{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &used);
  return used.tv_sec * 1'000'000'000 + used.tv_nsec;
}

}  // namespace testing
